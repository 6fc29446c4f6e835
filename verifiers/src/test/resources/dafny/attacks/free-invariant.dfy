/*---
title: "refused: 'free' may not be used in a hole"
---*/
method Target(s: seq<int>) returns (m: int)
  requires |s| > 0
  ensures forall k :: 0 <= k < |s| ==> s[k] <= m
{
  // vmcts: hole
  m := s[0];
  var i := 0;
  while i < |s|
    free invariant forall k :: 0 <= k < |s| ==> s[k] <= m
  {
    i := i + 1;
  }
  // vmcts: end
}
