lemma Square(n: int)
  ensures n * n >= 0
{
// vmcts: hole
  var k :| k > n;
  assert k * k >= 0;
// vmcts: end
}
