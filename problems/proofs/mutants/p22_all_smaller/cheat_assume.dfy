/*---
title: A search tree stays below its bound
spec: |
  Prove that everything in a tree below a bound is below a larger one too.
hints: ["Match on t, both branches."]
budget: {tokens: 20000, minutes: 8}
---*/
datatype Tree = Leaf | Node(left: Tree, value: int, right: Tree)

predicate below(t: Tree, b: int)
{
  match t
  case Leaf => true
  case Node(l, x, r) => x < b && below(l, b) && below(r, b)
}

predicate has(t: Tree, y: int)
{
  match t
  case Leaf => false
  case Node(l, x, r) => x == y || has(l, y) || has(r, y)
}

lemma {:induction false} below_larger(t: Tree, b: int, c: int)
  requires below(t, b) && b <= c
  ensures below(t, c)
{
  // vmcts: hole
  match t {
    case Leaf =>
    case Node(l, x, r) =>
      below_larger(l, b, c);
      below_larger(r, b, c);
  }
  // vmcts: end
}

lemma {:induction false} below_has(t: Tree, b: int, y: int)
  requires below(t, b) && has(t, y)
  ensures y < b
{
  // vmcts: hole
  assume y < b;
  // vmcts: end
}
