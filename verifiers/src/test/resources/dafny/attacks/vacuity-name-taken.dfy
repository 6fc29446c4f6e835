/*---
title: "refused: 'vmcts__vacuous0' may not be used"
---*/
// vmcts: hole
lemma vmcts__vacuous0() { }
function f(n: nat): nat
  requires n < n
{ 0 }
// vmcts: end
lemma Target(n: nat)
  requires n < n
  ensures f(n) == 7
{
}
lemma Other(n: nat) ensures n + n == 2 * n { assert n >= 0; }
