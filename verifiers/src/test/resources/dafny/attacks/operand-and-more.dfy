/*---
title: "refused: only a part of the step around the hole"
---*/
method Target(n: nat) returns (r: nat)
  ensures r == 2 * n
{
  r := /* vmcts: hole */ 0; return 2 * n /* vmcts: end */;
  assert r == 7;
}
