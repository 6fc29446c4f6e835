/*---
title: A product by addition
spec: |
  Write the body, with a loop that only adds.
hints: ["Keep c == 7 * i."]
budget: {tokens: 20000, minutes: 8}
---*/
method sevenfold(n: nat) returns (c: nat)
  ensures c == 7 * n
{
  c := 0;
  var i := 0;
  // the loop adds 7 to c and 1 to i
  // vmcts: hole
  while i < n
    invariant c == 7 * i
  {
    c := c + 7;
    i := i + 1;
  }
  // vmcts: end
}
