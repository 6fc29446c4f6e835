/*---
title: Insertion sort
spec: |
  Define insert(x: int, l: List): List, which puts a number into a sorted list, and sort(l: List): List, with
  sort(Nil) == Nil and sort(Cons(x, r)) == insert(x, sort(r)).
  Prove that count(y, insert(x, l)) == count(y, Cons(x, l)), that insert keeps a list sorted, that sort(l) is sorted, and
  that count(y, sort(l)) == count(y, l).
hints: ["insert compares x with the head.", "Prove each by a match on l, with a call of the lemma for the rest, and of the lemma on insert where insert is used."]
budget: {tokens: 20000, minutes: 8}
---*/
datatype List = Nil | Cons(head: int, tail: List)

predicate sorted(l: List)
{
  match l
  case Nil => true
  case Cons(x, r) => (r.Cons? ==> x <= r.head) && sorted(r)
}

function count(y: int, l: List): nat
{
  match l
  case Nil => 0
  case Cons(x, r) => (if x == y then 1 else 0) + count(y, r)
}

// vmcts: hole
function insert(x: int, l: List): List
{
  match l
  case Nil => Cons(x, Nil)
  case Cons(y, r) => if x <= y then Cons(x, l) else Cons(y, insert(x, r))
}

function sort(l: List): List
{
  match l
  case Nil => Nil
  case Cons(x, r) => insert(x, sort(r))
}
// vmcts: end

lemma sort_equations(x: int, r: List)
  ensures sort(Nil) == Nil
  ensures sort(Cons(x, r)) == insert(x, sort(r))
{
}

lemma {:induction false} insert_count(y: int, x: int, l: List)
  ensures count(y, insert(x, l)) == count(y, Cons(x, l))
{
  // vmcts: hole
  match l {
    case Nil =>
    case Cons(h, r) =>
      insert_count(y, x, r);
  }
  // vmcts: end
}

lemma {:induction false} insert_sorted(x: int, l: List)
  requires sorted(l)
  ensures sorted(insert(x, l))
{
  // vmcts: hole

  // vmcts: end
}

lemma {:induction false} sort_sorted(l: List)
  ensures sorted(sort(l))
{
  // vmcts: hole
  match l {
    case Nil =>
    case Cons(x, r) =>
      sort_sorted(r);
      insert_sorted(x, sort(r));
  }
  // vmcts: end
}

lemma {:induction false} sort_count(y: int, l: List)
  ensures count(y, sort(l)) == count(y, l)
{
  // vmcts: hole
  match l {
    case Nil =>
    case Cons(x, r) =>
      sort_count(y, r);
      insert_count(y, x, sort(r));
  }
  // vmcts: end
}
