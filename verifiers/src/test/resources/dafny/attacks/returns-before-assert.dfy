/*---
title: "refused: 'return' would skip an assertion"
---*/
method Target() returns (r: int)
{
  r := 0;
// vmcts: hole
  return;
// vmcts: end
  assert r == 7;
}
