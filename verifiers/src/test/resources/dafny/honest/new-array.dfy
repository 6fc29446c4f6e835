method Copy(a: array<int>) returns (b: array<int>)
  ensures b[..] == a[..]
{
// vmcts: hole
  b := new int[a.Length];
  var i := 0;
  while i < a.Length
    invariant 0 <= i <= a.Length == b.Length
    invariant b[..i] == a[..i]
  {
    b[i] := a[i];
    i := i + 1;
  }
// vmcts: end
}
