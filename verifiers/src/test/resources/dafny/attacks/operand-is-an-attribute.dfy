/*---
title: "refused: an attribute may not be set"
---*/
method Target(n: nat)
  ensures n > 5
{
  assert { /* vmcts: hole */ :axiom /* vmcts: end */ } n > 5;
}
