// vmcts: hole
function double(n: int): int { n + n }
// vmcts: end

lemma Double(n: int)
  ensures double(n) == 2 * n
// vmcts: hole
{
}
// vmcts: end
