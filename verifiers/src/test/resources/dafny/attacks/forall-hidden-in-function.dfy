/*---
title: "refused: statement without a body is an assumption"
---*/
// vmcts: hole
function f(n: nat): int
  ensures f(n) < 0
{
  calc { 1; == { forall t: seq<int> ensures |t| == 3; assert |[n]| == 1; assert |[n]| == 3; } 2; }
  n
}
// vmcts: end
lemma Target(n: nat)
  ensures f(n) < 0
{
}
