/*---
title: "refused: method Help has no body"
---*/
// vmcts: hole
method Help(n: int)
  ensures n < 0
// vmcts: end
method Target(n: int)
  ensures n < 0
{
  Help(n);
}
