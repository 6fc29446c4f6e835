/*---
title: The largest element
spec: |
  Write a method that returns the largest element of a sequence that is not empty, with a loop.
hints: ["Three invariants: the range of i, the elements before i, and that m is an element."]
budget: {tokens: 20000, minutes: 5}
---*/
method largest(s: seq<int>) returns (m: int)
  requires |s| > 0
  ensures forall k :: 0 <= k < |s| ==> s[k] <= m
  ensures m in s
{
  // vmcts: hole
  m := s[0];
  var i := 1;
  while i < |s|
    invariant 1 <= i < |s|
    invariant forall k :: 0 <= k < i ==> s[k] <= m
    invariant m in s
  {
    if s[i] > m {
      m := s[i];
    }
    i := i + 1;
  }
  // vmcts: end
}
