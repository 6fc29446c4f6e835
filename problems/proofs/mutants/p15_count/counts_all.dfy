/*---
title: Counting with a loop
spec: |
  Write the body: count how often x is in s.
hints: ["c is the count of x among the first i elements; s[..i + 1] is s[..i] + [s[i]]."]
budget: {tokens: 20000, minutes: 8}
---*/
function count(s: seq<int>, x: int): nat
{
  if |s| == 0 then 0 else count(s[..|s| - 1], x) + (if s[|s| - 1] == x then 1 else 0)
}

method compute(s: seq<int>, x: int) returns (c: nat)
  ensures c == count(s, x)
{
  // vmcts: hole
  c := |s|;
  // vmcts: end
}
