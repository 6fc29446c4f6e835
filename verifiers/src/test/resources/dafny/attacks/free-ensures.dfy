/*---
title: "refused: 'free' may not be used in a hole"
---*/
// vmcts: hole
lemma Helper(n: nat)
  free ensures n < 0
{
}
// vmcts: end
lemma Target(n: nat)
  ensures n < 0
{
  Helper(n);
}
