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
  var x, y := a, b;
  while x != y
    invariant x > 0 && y > 0
    invariant gcd(x, y) == gcd(a, b)
    decreases x + y
  {
    if x > y {
      x := x - y;
    } else {
      y := y - x;
    }
  }
  d := x;
  // vmcts: end
}
