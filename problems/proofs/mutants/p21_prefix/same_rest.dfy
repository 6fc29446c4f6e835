/*---
title: Prefixes
spec: |
  Prove that being a prefix is transitive, and that prefixes of each other are equal.
hints: ["Match on the first list."]
budget: {tokens: 20000, minutes: 8}
---*/
datatype List = Nil | Cons(head: int, tail: List)

predicate prefix(l: List, k: List)
{
  match l
  case Nil => true
  case Cons(x, r) => k.Cons? && k.head == x && prefix(r, k.tail)
}

lemma {:induction false} prefix_trans(l: List, k: List, m: List)
  requires prefix(l, k) && prefix(k, m)
  ensures prefix(l, m)
{
  // vmcts: hole
  match l {
    case Nil =>
    case Cons(x, r) => prefix_trans(r, k, m);
  }
  // vmcts: end
}

lemma {:induction false} prefix_equal(l: List, k: List)
  requires prefix(l, k) && prefix(k, l)
  ensures l == k
{
  // vmcts: hole
  match l {
    case Nil =>
    case Cons(x, r) => prefix_equal(r, k.tail);
  }
  // vmcts: end
}
