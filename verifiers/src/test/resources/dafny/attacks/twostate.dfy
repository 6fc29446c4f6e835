/*---
title: "refused: 'twostate' may not be used in a hole"
---*/
// vmcts: hole
twostate lemma Help(n: int)
  ensures n < 0
{
}
// vmcts: end
lemma Target(n: nat)
  ensures f(n) < 0
{
}
