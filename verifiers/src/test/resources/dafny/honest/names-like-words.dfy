lemma Square(n: int)
  ensures n * n >= 0
{
// vmcts: hole
  var assumed := n;
  var decreases' := assumed;
  var include_ := decreases';
  assert include_ * n >= 0;
// vmcts: end
}
