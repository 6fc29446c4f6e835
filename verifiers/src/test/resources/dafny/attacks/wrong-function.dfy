/*---
title: "refused: might not hold"
---*/
// vmcts: hole
function f(n: nat): int { 1 }
// vmcts: end
lemma Target(n: nat)
  ensures f(n) < 0
{
}
