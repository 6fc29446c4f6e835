/*---
title: "refused: statement without a body is an assumption"
---*/
lemma Target(n: int)
  ensures n < 0
{
// vmcts: hole
  var x := (calc { 1; == { forall t: seq<int> ensures |t| == 3; assert |[n]| == 1; assert |[n]| == 3; } 2; } n);
  assert n < 0;
// vmcts: end
}
