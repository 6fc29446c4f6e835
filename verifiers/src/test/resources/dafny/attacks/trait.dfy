/*---
title: "refused: 'trait' may not be used in a hole"
---*/
// vmcts: hole
trait T { lemma Help(n: int) ensures n < 0 }
// vmcts: end
lemma Target(n: nat)
  ensures f(n) < 0
{
}
