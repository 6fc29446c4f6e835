/*---
title: "refused: 'fac' means something in the given text"
---*/
function fac(n: nat): nat { if n == 0 then 1 else n * fac(n - 1) }
method Target() returns (r: nat)
{
  r := 5;
// vmcts: hole
  var fac := (n: nat) => 5;
// vmcts: end
  assert r == fac(3);
}
