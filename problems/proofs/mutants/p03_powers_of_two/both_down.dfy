/*---
title: Powers of two
spec: |
  Prove that pow2(n) is more than n, and that pow2 grows.
hints: ["Call the lemma with n - 1; for the second with m - 1, where n is less than m."]
budget: {tokens: 20000, minutes: 8}
---*/
function pow2(n: nat): nat
{
  if n == 0 then 1 else 2 * pow2(n - 1)
}

lemma {:induction false} pow2_more(n: nat)
  ensures pow2(n) > n
{
  // vmcts: hole
  if n > 0 {
    pow2_more(n - 1);
  }
  // vmcts: end
}

lemma {:induction false} pow2_grows(n: nat, m: nat)
  requires n <= m
  ensures pow2(n) <= pow2(m)
{
  // vmcts: hole
  if n > 0 {
    pow2_grows(n - 1, m - 2);
  }
  // vmcts: end
}
