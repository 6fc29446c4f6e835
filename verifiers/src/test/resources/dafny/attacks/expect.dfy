/*---
title: "refused: 'expect' may not be used in a hole"
---*/
lemma Target(n: int)
  ensures n < 0
{
// vmcts: hole
  expect n < 0;
// vmcts: end
}
