/*---
title: "refused: the attribute {:verify} may not be set"
---*/
lemma Target(n: int)
  ensures n < 0
// vmcts: hole
{
  assert { : verify false} n < 0;
}
// vmcts: end
