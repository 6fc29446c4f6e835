/*---
title: Factorial is positive
spec: Define fac with fac(0) = 1 and fac(n) = n * fac(n - 1), and prove that it is positive.
---*/
// vmcts: hole
function fac(n: nat): nat
{
  if n == 0 then 1 else n * fac(n - 1)
}
// vmcts: end
lemma FacBase()
  ensures fac(0) == 1 && fac(3) == 6
{
}

lemma FacPositive(n: nat)
  ensures fac(n) > 0
{
// vmcts: hole
  if n > 0 {
    FacPositive(n - 1);
    assert fac(n) == n * fac(n - 1);
  }
// vmcts: end
}
