datatype Tree = Leaf | Node(left: Tree, value: int, right: Tree)
// vmcts: hole
function Elements(t: Tree): set<int> {
  match t {
    case Leaf => {}
    case Node(l, v, r) => Elements(l) + {v} + Elements(r)
  }
}
predicate Ordered(t: Tree) {
  match t
  case Leaf => true
  case Node(l, v, r) =>
    Ordered(l) && Ordered(r)
    && (forall x :: x in Elements(l) ==> x < v)
    && (forall x | x in Elements(r) :: v < x)
}
// vmcts: end
function Insert(t: Tree, x: int): Tree
{
  // vmcts: hole
  match t
  case Leaf => Node(Leaf, x, Leaf)
  case Node(l, v, r) =>
    if x < v then Node(Insert(l, x), v, r)
    else if v < x then Node(l, v, Insert(r, x))
    else t
  // vmcts: end
}
lemma InsertElements(t: Tree, x: int)
  ensures Elements(Insert(t, x)) == Elements(t) + {x}
{
  match t {
    case Leaf =>
    case Node(l, v, r) =>
      if x < v {
        InsertElements(l, x);
      } else if v < x {
        InsertElements(r, x);
      } else {
      }
  }
}
lemma InsertOrdered(t: Tree, x: int)
  requires Ordered(t)
  ensures Ordered(Insert(t, x))
{
  // vmcts: hole
  match t
  case Leaf =>
  case Node(l, v, r) =>
    if x < v { InsertOrdered(l, x); InsertElements(l, x); }
    else if v < x { InsertOrdered(r, x); InsertElements(r, x); }
  // vmcts: end
}
