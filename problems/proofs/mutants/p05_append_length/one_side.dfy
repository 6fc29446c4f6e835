/*---
title: Lengths add up
spec: |
  Prove that the length of append(l, k) is that of append(k, l).
hints: ["Prove it by matching on l, with append_length for both."]
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

lemma {:induction false} append_length(l: List, k: List)
  ensures length(append(l, k)) == length(k) + length(l)
{
  // vmcts: hole
  match l {
    case Nil =>
    case Cons(x, r) => append_length(r, k);
  }
  // vmcts: end
}

lemma {:induction false} append_swap(l: List, k: List)
  ensures length(append(l, k)) == length(append(k, l))
{
  // vmcts: hole
  append_length(l, k);
  // vmcts: end
}
