/*---
title: The last place
spec: Write the method last_index, which returns the last index at which x stands, or -1.
---*/
method last_index(s: seq<int>, x: int) returns (r: int)
  ensures -1 <= r < |s|
  ensures r >= 0 ==> s[r] == x
  ensures forall k :: r < k < |s| ==> s[k] != x
{
  // vmcts: hole
  r := |s| - 1;
  while r >= 0 && s[r] != x
    invariant -1 <= r < |s|
    invariant forall k :: r < k < |s| ==> s[k] != x
  {
    r := r - 1;
  }
  // vmcts: end
}
