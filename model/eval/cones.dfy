/*---
title: Leaves and forks
spec: Prove that a tree has one leaf more than forks.
---*/
datatype Fir = Cone | Split(a: Fir, b: Fir)
function cones(t: Fir): nat
{
  match t
  case Cone => 1
  case Split(a, b) => cones(a) + cones(b)
}
function splits(t: Fir): nat
{
  match t
  case Cone => 0
  case Split(a, b) => 1 + splits(a) + splits(b)
}
lemma {:induction false} cones_splits(t: Fir)
  ensures cones(t) == splits(t) + 1
{
  // vmcts: hole
  match t {
    case Cone =>
    case Split(a, b) =>
      cones_splits(a);
      cones_splits(b);
  }
  // vmcts: end
}
