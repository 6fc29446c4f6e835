/*---
title: Reversing with an accumulator
spec: |
  Prove that onto(l, k) is the reverse of l in front of k.
hints: ["Match on l; append_three regroups."]
budget: {tokens: 20000, minutes: 8}
---*/
datatype List = Nil | Cons(head: int, tail: List)

function append(l: List, k: List): List
{
  match l
  case Nil => k
  case Cons(x, r) => Cons(x, append(r, k))
}

function reverse(l: List): List
{
  match l
  case Nil => Nil
  case Cons(x, r) => append(reverse(r), Cons(x, Nil))
}

function onto(l: List, k: List): List
{
  match l
  case Nil => k
  case Cons(x, r) => onto(r, Cons(x, k))
}

lemma {:induction false} append_three(l: List, k: List, m: List)
  ensures append(append(l, k), m) == append(l, append(k, m))
{
  // vmcts: hole
  append_three(l, k, m);
  // vmcts: end
}

lemma {:induction false} onto_reverse(l: List, k: List)
  ensures onto(l, k) == append(reverse(l), k)
{
  // vmcts: hole
  match l {
    case Nil =>
    case Cons(x, r) =>
      onto_reverse(r, Cons(x, k));
      append_three(reverse(r), Cons(x, Nil), k);
  }
  // vmcts: end
}
