/*---
title: "refused: '}' closes what the hole did not open"
---*/
lemma Target(n: int)
  ensures n < 0
{
// vmcts: hole
} lemma Other() {
// vmcts: end
}
