/*---
title: "refused: nothing meets the precondition of f"
---*/
function f(n: nat): nat
  requires /* vmcts: hole */ n < n /* vmcts: end */
{ 0 }
lemma Target(n: nat)
  requires n < n
  ensures f(n) == 7
{
}
lemma Other(n: nat) ensures n + n == 2 * n { assert n >= 0; }
