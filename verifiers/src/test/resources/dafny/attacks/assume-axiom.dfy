/*---
title: "refused: 'assume' may not be used in a hole"
---*/
lemma Target(n: int)
  ensures n < 0
{
// vmcts: hole
  assume {:axiom} n < 0;
// vmcts: end
}
