datatype Light = Red | Yellow | Green

// vmcts: hole
function Path(a: Light, b: Light): seq<Light>
{
  if a == b then [a]
  else if a == Yellow || b == Yellow then [a, b]
  else [a, Yellow, b]
}

predicate Safe(s: seq<Light>)
{
  forall i :: 0 <= i < |s| - 1 ==> !(s[i] == Red && s[i + 1] == Green) && !(s[i] == Green && s[i + 1] == Red)
}
// vmcts: end

lemma PathEnds(a: Light, b: Light)
  ensures |Path(a, b)| > 0
  ensures Path(a, b)[0] == a && Path(a, b)[|Path(a, b)| - 1] == b
{
}

lemma SafeMeans(s: seq<Light>, i: int)
  requires Safe(s) && 0 <= i < |s| - 1
  ensures s[i] == Red ==> s[i + 1] != Green
{
}

lemma PathSafe(a: Light, b: Light)
  ensures Safe(Path(a, b))
// vmcts: hole
{
  if {
    case a == b =>
      assert Path(a, b) == [a];
    case a != b =>
      match b {
        case Red =>
        case Yellow =>
        case Green =>
      }
  }
}
// vmcts: end
