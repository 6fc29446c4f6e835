lemma Square(n: int)
  ensures n * n >= 0
{
// vmcts: hole
  var x, y := n * n, n*n;
  assert x * y >= 0;
// vmcts: end
}
