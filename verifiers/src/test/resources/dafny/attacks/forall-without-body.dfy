/*---
title: "refused: a forall statement without a body is an assumption"
---*/
lemma Target(n: int)
  ensures n < 0
{
// vmcts: hole
  forall i: int ensures i < 0;
  assert n < 0;
// vmcts: end
}
