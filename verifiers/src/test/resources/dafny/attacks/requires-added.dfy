/*---
title: "refused: a body is missing here; 'requires' would change or skip"
---*/
lemma Target(n: int)
  ensures n < 0
// vmcts: hole
  requires n < 0
{
}
// vmcts: end
