/*---
title: "refused: assertion violation"
---*/
lemma Target(n: int)
  ensures n < 0
{
// vmcts: hole
  assert n < 0;
// vmcts: end
}
