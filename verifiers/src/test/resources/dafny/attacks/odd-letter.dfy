/*---
title: "refused: is no character of Dafny"
---*/
lemma Target(n: int)
  ensures n < 0
{
// vmcts: hole
  vаr x := 1;
// vmcts: end
}
