lemma Square(n: int)
  ensures n * n >= 0
{
// vmcts: hole
  assert n * n >= 0 by {
    if n < 0 {
      assert n * n >= 0;
    }
  }
// vmcts: end
}
