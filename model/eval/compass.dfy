/*---
title: Turning right
spec: Define right, with right(North) == East, right(East) == South, right(South) == West and right(West) == North.
---*/
datatype Wind = North | East | South | West
// vmcts: hole
function right(w: Wind): Wind
{
  match w
  case North => East
  case East => South
  case South => West
  case West => North
}
// vmcts: end
lemma right_each()
  ensures right(North) == East
  ensures right(East) == South
  ensures right(South) == West
  ensures right(West) == North
{
}
lemma right_about(w: Wind)
  ensures right(right(right(right(right(w))))) == right(w)
{
}
