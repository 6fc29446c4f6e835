/*---
title: Doubling by recursion
spec: |
  Define double, with double(0) == 0 and double(n + 1) == double(n) + 2. Prove that double(n) == n + n.
hints: ["Dafny proves the last lemma by itself, or with a call of double_plus."]
budget: {tokens: 20000, minutes: 5}
---*/
// vmcts: hole
function double(n: nat): nat
{
  if n == 0 then 0 else double(n - 1) + 2
}
// vmcts: end

lemma double_0()
  ensures double(0) == 0
{
}

lemma double_succ(n: nat)
  ensures double(n + 1) == double(n) + 2
{
}

lemma {:induction false} double_plus(n: nat)
  ensures double(n) == n + n
{
  // vmcts: hole
  if n > 0 {
    double_plus(n - 1);
  }
  // vmcts: end
}
