/*---
title: The largest element of a list
spec: |
  Prove that largest is a bound and an element.
hints: ["Match on the rest of the list."]
budget: {tokens: 20000, minutes: 8}
---*/
datatype List = Nil | Cons(head: int, tail: List)

predicate has(l: List, y: int)
{
  match l
  case Nil => false
  case Cons(x, r) => x == y || has(r, y)
}

function largest(l: List): int
  requires l.Cons?
{
  if l.tail == Nil then l.head
  else if l.head > largest(l.tail) then l.head
  else largest(l.tail)
}

lemma {:induction false} largest_bound(l: List, y: int)
  requires l.Cons? && has(l, y)
  ensures y <= largest(l)
{
  // vmcts: hole
  if l.tail != Nil && has(l.tail, y) {
    largest_bound(l.tail, y);
  }
  // vmcts: end
}

lemma {:induction false} largest_has(l: List)
  requires l.Cons?
  ensures has(l, largest(l))
{
  // vmcts: hole
  if has(l, largest(l)) {
    largest_bound(l, largest(l));
  }
  // vmcts: end
}
