// What is used is declared behind it.
lemma Main(n: nat)
  ensures Triangle(n) <= n * n + n
{
  // vmcts: hole
  Closed(n);
  assert 2 * Triangle(n) == n * (n + 1);
  // vmcts: end
}
// vmcts: hole
function Triangle(n: nat): nat
  decreases n, 0
{
  if n == 0 then 0 else Step(n)
}
function Step(n: nat): nat
  requires n > 0
  decreases n, 0, 1
{
  Triangle(n - 1) + n
}
lemma Closed(n: nat)
  ensures 2 * Triangle(n) == n * (n + 1)
{
  var i := 0;
  while i < n
    invariant i <= n && 2 * Triangle(i) == i * (i + 1)
  {
    i := i + 1;
    assert Triangle(i) == Step(i);
  }
}
// vmcts: end
