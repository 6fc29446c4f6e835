/*---
title: "refused: 'requires false' can never be used"
---*/
// vmcts: hole
lemma Help(n: int)
  requires false
  ensures n < 0
{
}
// vmcts: end
lemma Target(n: int)
  ensures n * n >= 0
{
}
