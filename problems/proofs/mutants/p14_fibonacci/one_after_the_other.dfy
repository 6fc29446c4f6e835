/*---
title: Fibonacci with a loop
spec: |
  Write the body: two numbers go along.
hints: ["a == fib(i) and b == fib(i + 1)."]
budget: {tokens: 20000, minutes: 8}
---*/
function fib(n: nat): nat
{
  if n < 2 then n else fib(n - 1) + fib(n - 2)
}

method compute(n: nat) returns (a: nat)
  ensures a == fib(n)
{
  // vmcts: hole
  a := 0;
  var b := 1;
  var i := 0;
  while i < n
    invariant 0 <= i <= n
    invariant a == fib(i) && b == fib(i + 1)
  {
    a := b;
    b := a + b;
    i := i + 1;
  }
  // vmcts: end
}
