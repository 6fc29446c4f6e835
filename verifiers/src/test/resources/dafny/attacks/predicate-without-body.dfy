/*---
title: "refused: predicate p has no body"
---*/
// vmcts: hole
predicate p(n: int)
  ensures false
// vmcts: end
lemma Target(n: int)
  ensures n < 0
{
  var x := p(n);
}
