function fac(n: nat): nat { if n == 0 then 1 else n * fac(n - 1) }
method Target(n: nat) returns (r: nat)
{
// vmcts: hole
  var other := 1;
  r := 1;
  var i := 0;
  while true
    invariant i <= n && r == fac(i)
    decreases n - i
  {
    if i == n { break; }
    i := i + 1;
    r := r * i;
  }
// vmcts: end
  assert r == fac(n);
}
