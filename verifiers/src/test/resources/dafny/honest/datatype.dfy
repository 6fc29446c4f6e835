// vmcts: hole
datatype Tree = Leaf | Node(left: Tree, value: int, right: Tree)

function size(t: Tree): nat
{
  match t
  case Leaf => 0
  case Node(l, _, r) => size(l) + 1 + size(r)
}
// vmcts: end
lemma Size(t: Tree)
  ensures size(Node(t, 1, t)) == 2 * size(t) + 1
{
}
