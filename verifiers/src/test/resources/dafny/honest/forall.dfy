lemma Square(n: int)
  ensures n * n >= 0
{
// vmcts: hole
  forall i: int
    ensures i * i >= 0
  {
  }
// vmcts: end
}
