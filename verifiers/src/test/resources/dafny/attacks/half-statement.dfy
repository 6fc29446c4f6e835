/*---
title: "refused: ends inside a comment, a step or a block"
---*/
lemma Target(n: int)
  ensures n < 0
{
// vmcts: hole
  assert true
// vmcts: end
}
