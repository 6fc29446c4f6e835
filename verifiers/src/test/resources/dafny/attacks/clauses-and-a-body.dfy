/*---
title: "refused: only a part of the step around the hole"
---*/
method Target(n: nat) returns (r: nat)
  ensures r == n
{
  r := 0;
  while r < n
// vmcts: hole
    invariant r <= n
  {
    r := r + 1;
  }
// vmcts: end
  {
    assert r < n;
    r := r + 1;
  }
}
