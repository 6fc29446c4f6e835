/*---
title: "refused: '#' may not be used in a hole"
---*/
lemma Target(n: int)
  ensures n < 0
{
// vmcts: hole
#if X

// vmcts: end
}
