function abs(n: int): nat
{
// vmcts: hole
  if n < 0 then -n else n
// vmcts: end
}

lemma Abs(n: int)
  ensures abs(n) == n || abs(n) == -n
{
}
