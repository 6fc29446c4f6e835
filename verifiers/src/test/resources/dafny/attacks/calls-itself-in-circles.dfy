/*---
title: "refused: prove termination"
---*/
lemma Target(n: int)
  ensures n < 0
{
// vmcts: hole
  Other(n);
// vmcts: end
}
lemma Other(n: int)
  ensures n < 0
{
  Target(n);
}
