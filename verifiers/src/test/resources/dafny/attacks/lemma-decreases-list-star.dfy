/*---
title: "refused: decreases * switches the proof of termination off"
---*/
lemma Target(n: int)
  ensures n < 0
// vmcts: hole
  decreases n, *
{
  Target(n);
}
// vmcts: end
