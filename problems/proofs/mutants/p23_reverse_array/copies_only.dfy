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
  while i < a.Length - 1 - i
    invariant 0 <= i <= a.Length - i
    invariant forall k :: 0 <= k < i ==> a[k] == old(a[a.Length - 1 - k])
  {
    a[i] := a[a.Length - 1 - i];
    i := i + 1;
  }
  // vmcts: end
}
