/*---
title: "refused: '}' closes what the hole did not open"
---*/
function f(n: nat): nat
{
// vmcts: hole
  1 } lemma Cheat() ensures false function g(n: nat): nat { 1
// vmcts: end
}

lemma Target(n: nat)
  ensures f(n) == n
{
}
