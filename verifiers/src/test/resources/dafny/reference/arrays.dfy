method Max(a: array<int>) returns (m: int)
  requires a.Length > 0
  ensures forall i :: 0 <= i < a.Length ==> a[i] <= m
  ensures exists i :: 0 <= i < a.Length && a[i] == m
{
// vmcts: hole
  m := a[0];
  var i := 1;
  while i < a.Length
    invariant 1 <= i <= a.Length
    invariant forall j :: 0 <= j < i ==> a[j] <= m
    invariant exists j :: 0 <= j < i && a[j] == m
  {
    if a[i] > m {
      m := a[i];
    }
    i := i + 1;
  }
// vmcts: end
}

// vmcts: hole
predicate Sorted(s: seq<int>)
{
  forall i, j :: 0 <= i < j < |s| ==> s[i] <= s[j]
}
// vmcts: end

lemma SortedTail(s: seq<int>)
  requires Sorted(s) && |s| > 0
  ensures Sorted(s[1..])
{
// vmcts: hole
  forall i, j | 0 <= i < j < |s| - 1
    ensures s[1..][i] <= s[1..][j]
  {
    assert s[1..][i] == s[i + 1];
    assert s[1..][j] == s[j + 1];
  }
// vmcts: end
}
