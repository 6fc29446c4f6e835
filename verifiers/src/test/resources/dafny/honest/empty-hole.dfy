lemma Square(n: int)
  ensures n * n >= 0
{
// vmcts: hole

// vmcts: end
}
