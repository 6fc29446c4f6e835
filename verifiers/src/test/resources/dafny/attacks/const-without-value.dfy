/*---
title: "refused: a const without a definition"
---*/
// vmcts: hole
const f: int
// vmcts: end
lemma Target()
  ensures f < 0
{
}
