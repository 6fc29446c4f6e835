/*---
title: "refused: decreases"
---*/
// vmcts: hole
function f(n: nat): int
{
  f(n) - 1
}
// vmcts: end
lemma Target(n: nat)
  ensures f(n) < 0
{
}
