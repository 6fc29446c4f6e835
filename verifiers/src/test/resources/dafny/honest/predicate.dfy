// vmcts: hole
predicate Sorted(s: seq<int>) { forall i, j :: 0 <= i < j < |s| ==> s[i] <= s[j] }
// vmcts: end
lemma Use()
  ensures Sorted([1, 2, 3]) && !Sorted([2, 1])
{
  assert [2, 1][0] > [2, 1][1];
}
