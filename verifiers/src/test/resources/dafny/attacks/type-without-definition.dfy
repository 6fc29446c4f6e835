/*---
title: "refused: a type without a definition"
---*/
// vmcts: hole
type f
// vmcts: end
lemma Target(x: f)
  ensures x == x && 1 < 2 && forall y: f :: x == y
{
}
