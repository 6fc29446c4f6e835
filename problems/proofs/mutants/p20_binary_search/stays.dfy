/*---
title: Binary search
spec: |
  Write the body: search a sorted array.
hints: ["Everything left of lo is smaller than x, everything from hi on larger."]
budget: {tokens: 20000, minutes: 8}
---*/
predicate sorted(s: seq<int>)
{
  forall i, j :: 0 <= i < j < |s| ==> s[i] <= s[j]
}

method search(s: seq<int>, x: int) returns (at: int)
  requires sorted(s)
  ensures at >= 0 ==> at < |s| && s[at] == x
  ensures at < 0 ==> x !in s
{
  // vmcts: hole
  var lo, hi := 0, |s|;
  while lo < hi
    invariant 0 <= lo <= hi <= |s|
    invariant forall i :: 0 <= i < lo ==> s[i] < x
    invariant forall i :: hi <= i < |s| ==> x < s[i]
    decreases hi - lo
  {
    var mid := (lo + hi) / 2;
    if s[mid] == x {
      return mid;
    } else if s[mid] < x {
      lo := mid;
    } else {
      hi := mid;
    }
  }
  return -1;
  // vmcts: end
}
