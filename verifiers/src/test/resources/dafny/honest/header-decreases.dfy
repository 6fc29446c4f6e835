function sum(n: nat): nat { if n == 0 then 0 else n + sum(n - 1) }

lemma Sum(n: nat)
  ensures 2 * sum(n) == n * (n + 1)
// vmcts: hole
  decreases n
{
  if n > 0 {
    Sum(n - 1);
  }
}
// vmcts: end
