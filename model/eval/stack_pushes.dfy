/*---
title: Pushing a stack onto another
spec: Prove that the depth of onto(a, b) is depth(b) + depth(a).
---*/
datatype Pile = Ground | Plate(below: Pile, mark: int)
function depth(p: Pile): nat
{
  match p
  case Ground => 0
  case Plate(q, _) => depth(q) + 1
}
function onto(a: Pile, b: Pile): Pile
{
  match a
  case Ground => b
  case Plate(q, x) => Plate(onto(q, b), x)
}
lemma {:induction false} onto_depth(a: Pile, b: Pile)
  ensures depth(onto(a, b)) == depth(b) + depth(a)
{
  // vmcts: hole
  match a {
    case Ground =>
    case Plate(q, x) =>
      onto_depth(q, b);
  }
  // vmcts: end
}
