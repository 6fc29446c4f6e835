/*---
title: Parity of a sum
spec: |
  Prove that the sum of two numbers is even just when both are even or both odd.
hints: ["Go down by one and negate."]
budget: {tokens: 20000, minutes: 8}
---*/
predicate even(n: nat)
{
  if n == 0 then true else !even(n - 1)
}

lemma {:induction false} even_sum(n: nat, m: nat)
  ensures even(n + m) == (even(n) == even(m))
{
  // vmcts: hole
  if n > 0 {
    even_sum(m, n - 1);
  }
  // vmcts: end
}

lemma {:induction false} even_double(n: nat)
  ensures even(n + n)
{
  // vmcts: hole
  even_sum(n, n);
  // vmcts: end
}
