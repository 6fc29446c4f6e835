/*---
title: "refused: the attribute {:extern} may not be set"
---*/
// vmcts: hole
lemma {:extern} Help(n: int)
  ensures n < 0
// vmcts: end
lemma Target(n: int)
  ensures n < 0
{
  Help(n);
}
