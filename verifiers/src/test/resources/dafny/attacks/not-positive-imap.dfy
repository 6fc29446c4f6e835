/*---
title: "refused: 'imap' may not be used"
---*/
// vmcts: hole
datatype D = D(s: imap<D, bool>)
lemma Absurd() ensures false
{
  var r := imap d: D | true :: !(d in d.s && d.s[d]);
  var x := D(r);
  assert x.s == r;
  assert r[x] == !(x in x.s && x.s[x]);
}
// vmcts: end
lemma Target(n: nat)
  ensures n < 0
{
// vmcts: hole
  Absurd();
// vmcts: end
}
