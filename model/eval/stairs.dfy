/*---
title: Stairs
spec: Define stairs, with stairs(0) == 7 and stairs(n + 1) == stairs(n) + 5. Prove that stairs(n) == 5 * n + 7.
---*/
// vmcts: hole
function stairs(n: nat): nat
{
  if n == 0 then 7 else stairs(n - 1) + 5
}
// vmcts: end
lemma stairs_0()
  ensures stairs(0) == 7
{
}
lemma stairs_up(n: nat)
  ensures stairs(n + 1) == stairs(n) + 5
{
}
lemma {:induction false} stairs_closed(n: nat)
  ensures stairs(n) == 5 * n + 7
{
  // vmcts: hole
  if n > 0 {
    stairs_closed(n - 1);
  }
  // vmcts: end
}
