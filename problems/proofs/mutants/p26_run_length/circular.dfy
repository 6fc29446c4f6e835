/*---
title: Counting in an append
spec: |
  Prove that counts add up, and that a reversed list has the same counts.
hints: ["For the second, the count of an append is needed."]
budget: {tokens: 20000, minutes: 8}
---*/
datatype List = Nil | Cons(head: int, tail: List)

function append(l: List, k: List): List
{
  match l
  case Nil => k
  case Cons(x, r) => Cons(x, append(r, k))
}

function count(l: List, y: int): nat
{
  match l
  case Nil => 0
  case Cons(x, r) => (if x == y then 1 else 0) + count(r, y)
}

function reverse(l: List): List
{
  match l
  case Nil => Nil
  case Cons(x, r) => append(reverse(r), Cons(x, Nil))
}

lemma {:induction false} count_append(l: List, k: List, y: int)
  ensures count(append(l, k), y) == count(k, y) + count(l, y)
{
  // vmcts: hole
  count_append(l, k, y);
  // vmcts: end
}

lemma {:induction false} count_reverse(l: List, y: int)
  ensures count(reverse(l), y) == count(l, y)
{
  // vmcts: hole
  match l {
    case Nil =>
    case Cons(x, r) =>
      count_reverse(r, y);
      count_append(reverse(r), Cons(x, Nil), y);
  }
  // vmcts: end
}
