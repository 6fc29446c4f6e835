/*---
title: Powers of six
spec: |
  Prove that pow6(n) is more than n, and that pow6 grows.
hints: ["Call the lemma with n - 1; for the second with m - 1, where n is less than m."]
budget: {tokens: 20000, minutes: 8}
---*/
function pow6(n: nat): nat
{
  if n == 0 then 1 else 6 * pow6(n - 1)
}

lemma {:induction false} pow6_more(n: nat)
  ensures pow6(n) > n
{
  // vmcts: hole
  if n > 0 {
    pow6_more(n - 1);
  }
  // vmcts: end
}

lemma {:induction false} pow6_grows(n: nat, m: nat)
  requires n <= m
  ensures pow6(n) <= pow6(m)
{
  // vmcts: hole
  if n < m {
    pow6_grows(n, m - 1);
  }
  // vmcts: end
}
