/*---
title: A triangle from above
spec: Write a method that computes tri(n) with a loop that counts down.
---*/
function tri(n: nat): nat
{
  if n == 0 then 0 else tri(n - 1) + n
}
method tri_down(n: nat) returns (r: nat)
  ensures r == tri(n)
{
  // vmcts: hole
  r := 0;
  var i := n;
  while i > 0
    invariant 0 <= i <= n
    invariant r + tri(i) == tri(n)
  {
    r := r + i;
    i := i - 1;
  }
  // vmcts: end
}
