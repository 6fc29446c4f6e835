/*---
title: "refused: strict positivity"
---*/
// vmcts: hole
datatype f = C(g: f -> bool)
// vmcts: end
lemma Target(x: f)
  ensures x == x
{
}
