/*---
title: "refused: 'class' may not be used in a hole of a problem without it"
---*/
// vmcts: hole
class C { const x: int }
// vmcts: end
lemma Target(n: nat)
  ensures f(n) < 0
{
}
