lemma Square(n: int)
  ensures n * n >= 0
{
// vmcts: hole
  // assume false; {:axiom} "
  /* include "x" /* } */ */
  assert n * n >= 0; // }
// vmcts: end
}
