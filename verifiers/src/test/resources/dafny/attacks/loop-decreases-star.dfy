/*---
title: "refused: decreases * switches the proof of termination off"
---*/
method Target(n: int)
  decreases *
  ensures n < 0
{
// vmcts: hole
  while true decreases * { }
// vmcts: end
}
