/*---
title: The list of a tree
spec: |
  Prove that the list of a tree has as many elements as the tree.
hints: ["Match on t; the length of an append is needed."]
budget: {tokens: 20000, minutes: 8}
---*/
datatype List = Nil | Cons(head: int, tail: List)

function append(l: List, k: List): List
{
  match l
  case Nil => k
  case Cons(x, r) => Cons(x, append(r, k))
}

function length(l: List): nat
{
  match l
  case Nil => 0
  case Cons(x, r) => 1 + length(r)
}

datatype Tree = Leaf | Node(left: Tree, value: int, right: Tree)

function size(t: Tree): nat
{
  match t
  case Leaf => 0
  case Node(l, x, r) => size(l) + size(r) + 1
}

function flatten(t: Tree): List
{
  match t
  case Leaf => Nil
  case Node(l, x, r) => append(flatten(l), Cons(x, flatten(r)))
}

lemma {:induction false} length_append(l: List, k: List)
  ensures length(append(l, k)) == length(l) + length(k)
{
  // vmcts: hole
  length_append(l, k);
  // vmcts: end
}

lemma {:induction false} flatten_size(t: Tree)
  ensures length(flatten(t)) == size(t)
{
  // vmcts: hole
  match t {
    case Leaf =>
    case Node(l, x, r) =>
      flatten_size(l);
      flatten_size(r);
      length_append(flatten(l), Cons(x, flatten(r)));
  }
  // vmcts: end
}
