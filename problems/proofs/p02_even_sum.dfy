/*---
title: The sum of even numbers
spec: |
  Prove that the sum of the first n even numbers is n * n + n.
hints: ["Call the lemma with n - 1."]
budget: {tokens: 20000, minutes: 8}
---*/
function evens(n: nat): nat
{
  if n == 0 then 0 else 2 * n + evens(n - 1)
}

lemma {:induction false} evens_square(n: nat)
  ensures evens(n) == n * n + n
{
  // vmcts: hole
  if n > 0 {
    evens_square(n - 1);
    assert evens(n) == 2 * n + (n - 1) * (n - 1) + (n - 1);
  }
  // vmcts: end
}
