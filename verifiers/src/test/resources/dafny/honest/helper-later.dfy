// vmcts: hole
lemma Main(n: int)
  ensures sq(n) >= 0
{
  Help(n);
}

lemma Help(n: int)
  ensures n * n >= 0
{
}

function sq(n: int): int { n * n }
// vmcts: end
lemma Use(n: int)
  ensures sq(n) + 1 > 0
{
  Main(n);
}
