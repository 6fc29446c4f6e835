/*---
title: "refused: the attribute {:axiom} may not be set"
---*/
// vmcts: hole
lemma {:axiom} Help(n: int)
  ensures n < 0
// vmcts: end
lemma Target(n: int)
  ensures n < 0
{
  Help(n);
}
