/*---
title: "refused: naked function in recursive setting"
---*/
// vmcts: hole
function f(n: nat): int
{
  var g := f; g(n) + 1
}
// vmcts: end
lemma Target()
  ensures f(1) == f(1) && forall n: int :: n * n >= 0
{
}
