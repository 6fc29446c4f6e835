/*---
title: A sum with a loop
spec: |
  Write a method that adds up the numbers from 1 to n with a loop.
hints: ["The loop keeps s == sum(i)."]
budget: {tokens: 20000, minutes: 5}
---*/
function sum(n: nat): nat
{
  if n == 0 then 0 else n + sum(n - 1)
}

method sum_loop(n: nat) returns (s: nat)
  ensures s == sum(n)
{
  // vmcts: hole
  while true
    decreases *
  {
  }
  // vmcts: end
}
