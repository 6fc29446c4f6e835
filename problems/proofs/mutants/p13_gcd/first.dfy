/*---
title: A greatest common divisor by subtraction
spec: |
  Write the body: the loop subtracts the smaller from the larger.
hints: ["gcd(x, y) stays equal to gcd(a, b)."]
budget: {tokens: 20000, minutes: 8}
---*/
function gcd(a: nat, b: nat): nat
  requires a > 0 && b > 0
  decreases a + b
{
  if a == b then a else if a > b then gcd(a - b, b) else gcd(a, b - a)
}

method compute(a: nat, b: nat) returns (d: nat)
  requires a > 0 && b > 0
  ensures d == gcd(a, b)
{
  // vmcts: hole
  d := a;
  // vmcts: end
}
