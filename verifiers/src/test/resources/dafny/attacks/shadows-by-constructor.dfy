/*---
title: "refused: 'Nil' means something in the given text"
---*/
datatype List = Nil | Cons(int, List)
// vmcts: hole
datatype Other = Nil
// vmcts: end
lemma Target()
  ensures Nil != Cons(1, Nil)
{
}
