// vmcts: hole
lemma Help(n: int, m: int)
  requires n > 0 && m > n
  ensures m > 1
{
}
// vmcts: end
lemma Use(n: int)
  requires n > 0
  ensures n + 1 > 1
{
  Help(n, n + 1);
}
