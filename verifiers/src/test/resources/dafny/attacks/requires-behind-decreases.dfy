/*---
title: "refused: 'requires' would change a contract that is given"
---*/
lemma Target(n: int)
  ensures n < 0
// vmcts: hole
  decreases n
  requires n < 0
{
}
// vmcts: end
