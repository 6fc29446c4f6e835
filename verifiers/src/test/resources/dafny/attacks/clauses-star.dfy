/*---
title: "refused: decreases * switches"
---*/
method Target() ensures false
{
  while true
// vmcts: hole
    decreases *
// vmcts: end
  { }
}
