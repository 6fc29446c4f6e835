/*---
title: Reversing a list
spec: |
  Define reverse(l: List): List, with reverse(Nil) == Nil and
  reverse(Cons(x, r)) == append(reverse(r), Cons(x, Nil)).
  Prove that reverse(append(l, k)) == append(reverse(k), reverse(l)), that reverse(reverse(l)) == l, and that
  reverse(l) has the same elements as l.
hints: ["Prove each by a match on l, with a call of the lemma for the rest.", "append_nil, append_assoc and append_has help."]
budget: {tokens: 20000, minutes: 8}
---*/
datatype List = Nil | Cons(head: int, tail: List)

function append(l: List, k: List): List
{
  match l
  case Nil => k
  case Cons(x, r) => Cons(x, append(r, k))
}

predicate has(l: List, y: int)
{
  match l
  case Nil => false
  case Cons(x, r) => x == y || has(r, y)
}

lemma append_nil(l: List)
  ensures append(l, Nil) == l
{
}

lemma append_assoc(l: List, k: List, m: List)
  ensures append(append(l, k), m) == append(l, append(k, m))
{
}

lemma append_has(l: List, k: List, y: int)
  ensures has(append(l, k), y) == (has(l, y) || has(k, y))
{
}

// vmcts: hole
function reverse(l: List): List
{
  match l
  case Nil => Nil
  case Cons(x, r) => append(reverse(r), Cons(x, Nil))
}
// vmcts: end

lemma reverse_equations(x: int, r: List)
  ensures reverse(Nil) == Nil
  ensures reverse(Cons(x, r)) == append(reverse(r), Cons(x, Nil))
{
}

lemma {:induction false} reverse_append(l: List, k: List)
  ensures reverse(append(l, k)) == append(reverse(k), reverse(l))
{
  // vmcts: hole
  reverse_append(l, k);
  // vmcts: end
}

lemma {:induction false} reverse_twice(l: List)
  ensures reverse(reverse(l)) == l
{
  // vmcts: hole
  match l {
    case Nil =>
    case Cons(x, r) =>
      reverse_twice(r);
      reverse_append(reverse(r), Cons(x, Nil));
  }
  // vmcts: end
}

lemma {:induction false} reverse_has(l: List, y: int)
  ensures has(reverse(l), y) == has(l, y)
{
  // vmcts: hole
  match l {
    case Nil =>
    case Cons(x, r) =>
      reverse_has(r, y);
      append_has(reverse(r), Cons(x, Nil), y);
  }
  // vmcts: end
}
