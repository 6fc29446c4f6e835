lemma {:axiom} Given(n: int)
  ensures n * n * n * n >= 0

// vmcts: hole
lemma Other(n: int)
  ensures n * n * n * n + 1 > 0
{
  Given(n);
}
// vmcts: end
