/*---
title: "refused: failure to decrease termination measure"
---*/
// vmcts: hole
function Apply(f: int -> int, n: int): int { f(n) }
function Up(n: int): int
  decreases 0
{ Apply(x => 1 + (if x == n then 0 else Up(n)), n + 1) }
// vmcts: end
lemma Target(n: nat) ensures n > 5
{
// vmcts: hole
  assert Up(0) == 1 + Up(0);
// vmcts: end
}
