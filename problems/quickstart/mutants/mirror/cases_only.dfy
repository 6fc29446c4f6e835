/*---
title: Mirroring a tree twice
spec: |
  Define mirror, which swaps left and right everywhere, with mirror(Leaf) == Leaf and
  mirror(Node(l, x, r)) == Node(mirror(r), x, mirror(l)). Prove that mirror(mirror(t)) == t.
hints: ["Match on t, and call mirror_twice for both branches."]
budget: {tokens: 20000, minutes: 5}
---*/
datatype Tree = Leaf | Node(left: Tree, value: int, right: Tree)

// vmcts: hole
function mirror(t: Tree): Tree
{
  match t
  case Leaf => Leaf
  case Node(l, x, r) => Node(mirror(r), x, mirror(l))
}
// vmcts: end

lemma mirror_leaf()
  ensures mirror(Leaf) == Leaf
{
}

lemma mirror_node(l: Tree, x: int, r: Tree)
  ensures mirror(Node(l, x, r)) == Node(mirror(r), x, mirror(l))
{
}

lemma {:induction false} mirror_twice(t: Tree)
  ensures mirror(mirror(t)) == t
{
  // vmcts: hole
  match t {
    case Leaf =>
    case Node(l, x, r) =>
  }
  // vmcts: end
}
