/*---
title: "refused: prove termination"
---*/
lemma Target(n: int)
  ensures n < 0
{
// vmcts: hole
  Target(n);
// vmcts: end
}
