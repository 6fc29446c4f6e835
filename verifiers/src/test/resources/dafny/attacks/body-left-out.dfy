/*---
title: "refused: has no body"
---*/
lemma Target(n: int)
  ensures n < 0
// vmcts: hole

// vmcts: end
