lemma Square(n: int)
  ensures n * n >= 0
{
// vmcts: hole
  assert forall x: int, y: int {:trigger x * y} :: x * y == y * x;
// vmcts: end
}
