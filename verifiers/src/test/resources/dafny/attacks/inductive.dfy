/*---
title: "refused: 'inductive' may not be used in a hole of a problem without it"
---*/
// vmcts: hole
inductive predicate P(n: int) { !P(n) }
// vmcts: end
lemma Target(n: nat)
  ensures f(n) < 0
{
}
