/*---
title: "refused: ostcondition might not hold"
---*/
lemma Target(n: int)
  ensures n < 0
{
// vmcts: hole

// vmcts: end
}
