/* A lemma that uses a helper which stands behind it, and predicates that come late. */
// vmcts: hole
lemma SumSquares(n: nat)
  ensures 6 * sumSq(n) == n * (n + 1) * (2 * n + 1)
{
  if n != 0 {
    SumSquares(n - 1);
    Step(n);
  }
}

lemma Step(n: nat)
  requires n > 0
  ensures (n - 1) * n * (2 * n - 1) + 6 * n * n == n * (n + 1) * (2 * n + 1)
{
  var a := (n - 1) * n;
  assert a == n * n - n;
  assert a * (2 * n - 1) == 2 * n * n * n - 3 * n * n + n by {
    assert a * (2 * n - 1) == (n * n - n) * (2 * n - 1);
  }
}

function sumSq(n: nat): nat
{
  if n == 0 then 0 else n * n + sumSq(n - 1)
}
// vmcts: end
lemma Check()
  ensures sumSq(0) == 0
  ensures 6 * sumSq(10) == 10 * 11 * 21
{
  SumSquares(10);
}
