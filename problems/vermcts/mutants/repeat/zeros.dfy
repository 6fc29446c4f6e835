/*---
title: A sequence of copies
spec: |
  Define copies(x: int, n: nat): seq<int>, with copies(x, 0) == [] and copies(x, n + 1) == [x] + copies(x, n).
  Prove that it has n elements, and that each of them is x.
hints: ["Prove both by induction on n."]
budget: {tokens: 20000, minutes: 8}
---*/
// vmcts: hole
function copies(x: int, n: nat): seq<int>
{
  if n == 0 then [] else [0] + copies(x, n - 1)
}
// vmcts: end

lemma copies_zero(x: int)
  ensures copies(x, 0) == []
{
}

lemma copies_next(x: int, n: nat)
  ensures copies(x, n + 1) == [x] + copies(x, n)
{
}

lemma {:induction false} copies_length(x: int, n: nat)
  ensures |copies(x, n)| == n
{
  // vmcts: hole
  if n > 0 {
    copies_length(x, n - 1);
  }
  // vmcts: end
}

lemma {:induction false} copies_all(x: int, n: nat)
  ensures forall i :: 0 <= i < |copies(x, n)| ==> copies(x, n)[i] == x
{
  // vmcts: hole
  if n > 0 {
    copies_all(x, n - 1);
  }
  // vmcts: end
}
