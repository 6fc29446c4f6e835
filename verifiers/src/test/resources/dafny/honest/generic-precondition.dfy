// vmcts: hole
function first<T>(s: seq<T>): T
  requires |s| > 0
{
  s[0]
}
// vmcts: end
lemma Use(n: int)
  ensures first([n, 1]) == n
{
}
