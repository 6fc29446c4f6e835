/*---
title: "refused: 'assume' may not be used in a hole"
---*/
lemma Target(n: int)
  ensures n < 0
{
// vmcts: hole
  var x := (assume false; 1);
// vmcts: end
}
