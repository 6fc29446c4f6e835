/*---
title: "refused: cannot find witness"
---*/
// vmcts: hole
type f = x: int | x < x
// vmcts: end
lemma Target(x: f)
  ensures x < x && forall n: int :: n * n >= 0
{
}
