/*---
title: "refused: 'break' would skip an assertion"
---*/
method Target(n: nat) returns (r: int)
{
  r := 0;
  while r < n
  {
// vmcts: hole
    break;
// vmcts: end
    assert r == 7;
  }
}
