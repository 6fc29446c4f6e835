/*---
title: "refused: nothing meets the precondition of Help"
---*/
// vmcts: hole
lemma Help(n: nat)
  requires n > 3 && n < 2
  ensures n < 0
{
}
// vmcts: end
lemma Target(n: int)
  ensures n * n >= 0
{
  assert n * n >= 0;
}
