/*---
title: "refused: 'requires' would change what is given"
---*/
method Target(n: nat) returns (r: nat)
  ensures r > n
// vmcts: hole
  decreases n
  requires n > 100
// vmcts: end
{
  r := 101;
}
