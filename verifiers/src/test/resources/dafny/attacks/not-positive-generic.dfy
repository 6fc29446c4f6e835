/*---
title: "refused: not used according to its variance"
---*/
// vmcts: hole
datatype Box<T> = Box(f: T -> bool)
datatype D = D(b: Box<D>)
// vmcts: end
lemma Target() ensures 1 + 1 == 2 { assert 1 + 1 == 2; }
