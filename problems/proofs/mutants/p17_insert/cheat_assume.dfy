/*---
title: Insertion keeps order
spec: |
  Prove that insert keeps a list sorted and puts the element in.
hints: ["Match on l."]
budget: {tokens: 20000, minutes: 8}
---*/
datatype List = Nil | Cons(head: int, tail: List)

predicate sorted(l: List)
{
  match l
  case Nil => true
  case Cons(x, r) => (r.Cons? ==> x >= r.head) && sorted(r)
}

predicate has(l: List, y: int)
{
  match l
  case Nil => false
  case Cons(x, r) => x == y || has(r, y)
}

function insert(y: int, l: List): List
{
  match l
  case Nil => Cons(y, Nil)
  case Cons(x, r) => if y >= x then Cons(y, l) else Cons(x, insert(y, r))
}

lemma {:induction false} insert_sorted(y: int, l: List)
  requires sorted(l)
  ensures sorted(insert(y, l))
{
  // vmcts: hole
  assume sorted(insert(y, l));
  // vmcts: end
}

lemma {:induction false} insert_has(y: int, l: List, z: int)
  ensures has(insert(y, l), z) == (z == y || has(l, z))
{
  // vmcts: hole
  match l {
    case Nil =>
    case Cons(x, r) => insert_has(y, r, z);
  }
  // vmcts: end
}
