/*---
title: The last place
spec: |
  Write the body: the last index at which x stands, or -1.
hints: ["Go from the end; nothing behind i is x."]
budget: {tokens: 20000, minutes: 8}
---*/
method last_index(s: seq<int>, x: int) returns (i: int)
  ensures -1 <= i < |s|
  ensures i >= 0 ==> s[i] == x
  ensures forall k :: i < k < |s| ==> s[k] != x
{
  // vmcts: hole
  i := |s| - 1;
  while i >= 0 && s[i] != x
    invariant -1 <= i < |s|
    decreases i
  {
    i := i - 1;
  }
  // vmcts: end
}
