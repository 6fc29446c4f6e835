/*---
title: "refused: 'import' may not be used in a hole"
---*/
// vmcts: hole
import opened Other
// vmcts: end
lemma Target(n: int)
  ensures n < 0
{
  Help(n);
}
