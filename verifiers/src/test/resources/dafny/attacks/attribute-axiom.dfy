/*---
title: "refused: the attribute {:axiom} may not be set"
---*/
lemma Target(n: int)
  ensures n < 0
// vmcts: hole
{
  assert {:axiom} n < 0;
}
// vmcts: end
