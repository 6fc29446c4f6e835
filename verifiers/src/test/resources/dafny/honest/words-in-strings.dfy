lemma Square(n: int)
  ensures n * n >= 0
{
// vmcts: hole
  var s := "assume false; } {:axiom}";
  var t := @"include "" {";
  assert n * n >= 0;
// vmcts: end
}
