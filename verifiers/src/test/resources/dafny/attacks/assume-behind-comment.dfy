/*---
title: "refused: 'assume' may not be used in a hole"
---*/
lemma Target(n: int)
  ensures n < 0
{
// vmcts: hole
  /* fine */ assume /* nested /* comment */ */ n < 0;
// vmcts: end
}
