/*---
title: "refused: function f has no body"
---*/
// vmcts: hole
function f(n: nat): int
  ensures f(n) < 0
// vmcts: end
lemma Target(n: nat)
  ensures f(n) < 0
{
}
