/*---
title: "refused: 'abstract' may not be used in a hole"
---*/
// vmcts: hole
abstract module M { }
// vmcts: end
lemma Target(n: nat)
  ensures f(n) < 0
{
}
