/*---
title: Division by subtraction
spec: |
  Write the body: quotient and remainder.
hints: ["a == q * b + r stays true."]
budget: {tokens: 20000, minutes: 8}
---*/
method divide(a: nat, b: nat) returns (q: nat, r: nat)
  requires b > 0
  ensures a == q * b + r
  ensures r < b
{
  // vmcts: hole
  q, r := 0, a;
  // vmcts: end
}
