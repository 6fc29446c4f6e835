/*---
title: Append is associative
spec: |
  Prove that append is associative.
hints: ["Match on l."]
budget: {tokens: 20000, minutes: 8}
---*/
datatype List = Nil | Cons(head: int, tail: List)

function append(l: List, k: List): List
{
  match l
  case Nil => k
  case Cons(x, r) => Cons(x, append(r, k))
}

lemma {:induction false} append_three(l: List, k: List, m: List)
  ensures append(l, append(k, m)) == append(append(l, k), m)
{
  // vmcts: hole
  match l {
    case Nil =>
    case Cons(x, r) =>
  }
  // vmcts: end
}
