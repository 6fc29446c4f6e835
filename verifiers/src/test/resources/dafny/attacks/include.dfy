/*---
title: "refused: 'include' may not be used in a hole"
---*/
// vmcts: hole
include "/tmp/other.dfy"
// vmcts: end
lemma Target(n: nat)
  ensures f(n) < 0
{
}
