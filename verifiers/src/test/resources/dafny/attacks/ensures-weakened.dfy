/*---
title: "refused: a body is missing here; '||' would change or skip"
---*/
lemma Target(n: int)
  ensures n < 0
// vmcts: hole
  || true
{
}
// vmcts: end
