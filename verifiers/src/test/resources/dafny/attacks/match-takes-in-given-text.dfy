/*---
title: "refused: the hole ends inside a comment, a step or a block"
---*/
datatype Bit = O | I
method Target(b: Bit) returns (n: nat)
{
  n := 2;
// vmcts: hole
  match b
  case O =>
  case I => n := 0; return;
// vmcts: end
  assert n < 2;
}
