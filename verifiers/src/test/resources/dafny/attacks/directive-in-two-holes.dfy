/*---
title: "refused: a line starts with '#'"
---*/
lemma Easy(n: nat)
  ensures n * 2 == n + n
{
// vmcts: hole
  // first
  /*
#if NEVER */
// vmcts: end
  assert n < 0;
// vmcts: hole
  /*
#endif
*/
// vmcts: end
}
