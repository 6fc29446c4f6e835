/*---
title: "refused: lemma Help has no body"
---*/
// vmcts: hole
lemma Help(n: int)
  ensures n < 0
// vmcts: end
lemma Target(n: int)
  ensures n < 0
{
  Help(n);
}
