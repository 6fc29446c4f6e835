datatype List = Nil | Cons(head: int, tail: List)
function Length(l: List): nat { if l.Nil? then 0 else 1 + Length(l.tail) }
lemma Positive(l: List)
  ensures l.Cons? ==> Length(l) > 0
{
// vmcts: hole
  match l
  case Nil =>
  case Cons(_, t) =>
    match t
    case Nil =>
    case Cons(_, _) => Positive(t);
// vmcts: end
}
