lemma Square(n: int)
  ensures n * n >= 0
{
// vmcts: hole
  assert n * n >= 0;
// vmcts: end
}
