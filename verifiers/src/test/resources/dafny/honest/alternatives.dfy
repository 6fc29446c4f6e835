lemma Square(n: int)
  ensures n * n >= 0
{
// vmcts: hole
  if {
    case n >= 0 => assert n * n >= 0;
    case n < 0 => assert n * n >= 0;
  }
// vmcts: end
}
