/*---
title: "refused: a body is missing here; 'lemma' would change or skip"
---*/
lemma Target(n: int)
  ensures n < 0
// vmcts: hole
lemma Other() { }
// vmcts: end
