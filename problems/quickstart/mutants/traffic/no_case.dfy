/*---
title: Traffic light
spec: |
  Define next, with next(Red) == Green and next(Green) == Yellow and next(Yellow) == Red.
hints: ["Match on c."]
budget: {tokens: 20000, minutes: 5}
---*/
datatype Light = Red | Green | Yellow

// vmcts: hole
function next(c: Light): Light
{
  match c
  case Red => Green
  case Green => Yellow
}
// vmcts: end

lemma next_one()
  ensures next(Red) == Green
  ensures next(Green) == Yellow
  ensures next(Yellow) == Red
{
}

lemma next_three(c: Light)
  ensures next(next(next(c))) == c
{
}
