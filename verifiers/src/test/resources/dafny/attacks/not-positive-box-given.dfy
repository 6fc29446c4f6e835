/*---
title: "refused: 'datatype' may not be used in a hole of a problem with infinite"
---*/
datatype Box<T> = Box(s: iset<T>)
// vmcts: hole
datatype D = D(s: Box<D>)
lemma Absurd() ensures false
{
  var r := Box(iset d: D | d !in d.s.s);
  var x := D(r);
  assert x.s == r;
  assert x in r.s <==> x !in x.s.s;
}
// vmcts: end
lemma Target(n: nat)
  ensures n < 0
{
// vmcts: hole
  Absurd();
// vmcts: end
}
