/*---
title: The head of a sorted list
spec: |
  Prove that the head of a sorted list is at most each element.
hints: ["Match on the rest."]
budget: {tokens: 20000, minutes: 8}
---*/
datatype List = Nil | Cons(head: int, tail: List)

predicate sorted(l: List)
{
  match l
  case Nil => true
  case Cons(x, r) => (r.Cons? ==> x <= r.head) && sorted(r)
}

predicate has(l: List, y: int)
{
  match l
  case Nil => false
  case Cons(x, r) => x == y || has(r, y)
}

lemma {:induction false} head_least(l: List, y: int)
  requires l.Cons? && sorted(l) && has(l, y)
  ensures l.head <= y
{
  // vmcts: hole
  head_least(l.tail, y);
  // vmcts: end
}
