/*---
title: "refused: '...' stands for text that is not there"
---*/
lemma Target(n: int)
  ensures n < 0
{
// vmcts: hole
  ...;
// vmcts: end
}
