/*---
title: "refused: a while statement without a body is an assumption"
---*/
lemma Target(n: int)
  ensures n < 0
{
// vmcts: hole
  var i := 0;
  label L: while i < 1 invariant i == 0;
  assert false;
// vmcts: end
}
