/*---
title: Division by subtraction
spec: |
  Write the body: quotient and remainder of a by b + 1.
hints: ["a == q * (b + 1) + r stays true."]
budget: {tokens: 20000, minutes: 8}
---*/
method divide(a: nat, b: nat) returns (q: nat, r: nat)
  ensures a == q * (b + 1) + r
  ensures r <= b
{
  // vmcts: hole
  q, r := 0, a;
  while r > b
    invariant a == q * (b + 1) + r
  {
    q, r := q + 1, r - b - 1;
  }
  // vmcts: end
}
