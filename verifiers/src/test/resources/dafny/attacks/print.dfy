/*---
title: "refused: 'print' may not be used in a hole"
---*/
method Target(n: int)
  ensures n * n >= 0
{
// vmcts: hole
  print n;
// vmcts: end
}
