/*---
title: "refused: 'Nil' means something in the given text"
---*/
datatype List = Nil | Cons(int, List)
function Len(l: List): nat { match l case Nil => 0 case Cons(_, t) => 1 + Len(t) }
// vmcts: hole
function Nil(): int { 3 }
// vmcts: end
lemma Target()
  ensures Len(List.Nil) == 0
{
}
