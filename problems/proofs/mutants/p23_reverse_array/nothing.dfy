/*---
title: Reversing an array in place
spec: |
  Write the body: swap from both ends.
hints: ["What is left of i and right of the mirror place is done, what is between is old."]
budget: {tokens: 20000, minutes: 8}
---*/
method reverse(a: array<int>)
  modifies a
  ensures forall k :: 0 <= k < a.Length ==> a[k] == old(a[a.Length - 1 - k])
{
  // vmcts: hole
  var i := 0;
  // vmcts: end
}
