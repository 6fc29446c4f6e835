/*---
title: "refused: 'module' may not be used in a hole"
---*/
// vmcts: hole
module M {
  lemma Help(n: int)
    ensures n < 0
}
// vmcts: end
lemma Target(n: int)
  ensures n < 0
{
  M.Help(n);
}
