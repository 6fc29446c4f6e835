method Twice(n: nat) returns (r: nat)
  ensures r == 2 * n
{
// vmcts: hole
  r := 0;
  var i := 0;
  while i < n
    invariant 0 <= i <= n && r == 2 * i
    decreases n - i
  {
    r := r + 2;
    i := i + 1;
  }
// vmcts: end
}
