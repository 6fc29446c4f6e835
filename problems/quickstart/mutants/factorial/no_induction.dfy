/*---
title: Factorial is positive
spec: |
  Define fac, with fac(0) == 1 and fac(n + 1) == (n + 1) * fac(n). Prove that fac(n) > 0.
hints: ["Prove it by induction on n, with a call of fac_pos."]
budget: {tokens: 20000, minutes: 5}
---*/
// vmcts: hole
function fac(n: nat): nat
{
  if n == 0 then 1 else n * fac(n - 1)
}
// vmcts: end

lemma fac_0()
  ensures fac(0) == 1
{
}

lemma fac_succ(n: nat)
  ensures fac(n + 1) == (n + 1) * fac(n)
{
}

lemma {:induction false} fac_pos(n: nat)
  ensures fac(n) > 0
{
  // vmcts: hole
  if n > 0 {
  }
  // vmcts: end
}
