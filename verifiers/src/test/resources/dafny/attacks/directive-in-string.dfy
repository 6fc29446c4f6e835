/*---
title: "refused: a line starts with '#'"
---*/
lemma Easy(n: nat)
  ensures n >= 0 && n * 2 == n + n
{
  assert n >= 0;
// vmcts: hole
  var s := @"
  #if NEVER
  ";
// vmcts: end
}
lemma Target(n: nat)
  ensures n < 0
{
}
