/*---
title: "refused: the attribute {:timeLimit} may not be set"
---*/
// vmcts: hole
lemma {:timeLimit 0} Help(n: int)
  ensures n < 0
{
}
// vmcts: end
lemma Target(n: int)
  ensures n < 0
{
  Help(n);
}
