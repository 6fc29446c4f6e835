/*---
title: Length of an append
spec: |
  Prove that the length of an append is the sum of the lengths.
hints: ["Match on xs, and call append_length for its tail."]
budget: {tokens: 20000, minutes: 5}
---*/
datatype List = Nil | Cons(head: int, tail: List)

function length(xs: List): nat
{
  match xs
  case Nil => 0
  case Cons(_, rest) => 1 + length(rest)
}

function append(xs: List, ys: List): List
{
  match xs
  case Nil => ys
  case Cons(x, rest) => Cons(x, append(rest, ys))
}

lemma {:induction false} append_length(xs: List, ys: List)
  ensures length(append(xs, ys)) == length(xs) + length(ys)
{
  // vmcts: hole
  match xs {
    case Nil =>
    case Cons(x, rest) =>
  }
  // vmcts: end
}
