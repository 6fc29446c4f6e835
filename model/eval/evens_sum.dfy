/*---
title: The first even numbers
spec: Prove that evens(n) == n * (n + 1).
---*/
function evens(n: nat): nat
{
  if n == 0 then 0 else evens(n - 1) + 2 * n
}
lemma {:induction false} evens_closed(n: nat)
  ensures evens(n) == n * (n + 1)
{
  // vmcts: hole
  if n > 0 {
    evens_closed(n - 1);
  }
  // vmcts: end
}
