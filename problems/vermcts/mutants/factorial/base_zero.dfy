/*---
title: Factorial is positive
spec: |
  Define fac, with fac(0) == 1 and fac(n + 1) == (n + 1) * fac(n). Prove that 0 < fac(n).
hints: ["Prove it by induction on n, with a call of fac_positive."]
budget: {tokens: 20000, minutes: 6}
---*/
// vmcts: hole
function fac(n: nat): nat
{
  if n == 0 then 0 else n * fac(n - 1)
}
// vmcts: end

lemma fac_zero()
  ensures fac(0) == 1
{
}

lemma fac_next(n: nat)
  ensures fac(n + 1) == (n + 1) * fac(n)
{
}

lemma {:induction false} fac_positive(n: nat)
  ensures 0 < fac(n)
{
  // vmcts: hole
  if n != 0 {
    fac_positive(n - 1);
  }
  // vmcts: end
}
