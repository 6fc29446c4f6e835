/*---
title: "refused: 'iterator' may not be used in a hole"
---*/
// vmcts: hole
iterator I() { yield; }
// vmcts: end
lemma Target(n: nat)
  ensures f(n) < 0
{
}
