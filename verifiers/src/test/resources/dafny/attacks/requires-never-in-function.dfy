/*---
title: "refused: nothing meets the precondition of f"
---*/
// vmcts: hole
function f(n: nat): int
  requires n < 0
{
  -1
}
// vmcts: end
lemma Target(n: int)
  ensures n * n >= 0
{
  assert n * n >= 0;
}
