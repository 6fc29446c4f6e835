/*---
title: "refused: ends inside a comment, a step or a block"
---*/
lemma Target(n: int)
  ensures n < 0
{
// vmcts: hole
  var i := 0;
  while i < 1 invariant i == 0
  assert false;
// vmcts: end
}
