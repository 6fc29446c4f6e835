/*---
title: "refused: ends inside a comment, a step or a block"
---*/
// vmcts: hole
function g(n: nat): int { 1 } ghost
// vmcts: end
method Target(n: nat) returns (r: nat)
  ensures r == n
{
  r := n;
}
