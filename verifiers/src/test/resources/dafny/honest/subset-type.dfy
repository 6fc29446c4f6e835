// vmcts: hole
type Small = x: int | 0 <= x < 10
const three: Small := 3
newtype Even = x: int | x % 2 == 0
// vmcts: end
lemma Use(x: Small)
  ensures x + three < 13
{
}
