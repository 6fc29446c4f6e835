lemma Square(n: int)
  ensures n * n >= 0
{
// vmcts: hole
  calc {
    n * n;
    == { assert n * n == n * n; }
    n * n + 0;
  }
// vmcts: end
}
