module Numbers {
  const Limit: nat := 10
  // vmcts: hole
  function Double(n: nat): nat { n + n }
  // vmcts: end
  lemma Even(n: nat)
    ensures Double(n) % 2 == 0
  {
    // vmcts: hole
    assert Double(n) == 2 * n;
    // vmcts: end
  }
}

lemma Uses(n: nat)
  ensures Numbers.Double(Numbers.Double(n)) % 2 == 0
{
  Numbers.Even(Numbers.Double(n));
}
