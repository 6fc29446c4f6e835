/*---
title: Mirrored trees
spec: |
  Prove that a mirrored tree has the same height and the same sum.
hints: ["Match on t, and call the lemma for both branches."]
budget: {tokens: 20000, minutes: 8}
---*/
datatype Tree = Leaf | Node(left: Tree, value: int, right: Tree)

function flip(t: Tree): Tree
{
  match t
  case Leaf => Leaf
  case Node(l, x, r) => Node(flip(r), x, flip(l))
}

function height(t: Tree): nat
{
  match t
  case Leaf => 0
  case Node(l, x, r) => 1 + (if height(l) > height(r) then height(l) else height(r))
}

function total(t: Tree): int
{
  match t
  case Leaf => 0
  case Node(l, x, r) => total(l) + x + total(r)
}

lemma {:induction false} flip_height(t: Tree)
  ensures height(flip(t)) == height(t)
{
  // vmcts: hole
  match t {
    case Leaf =>
    case Node(l, x, r) =>
      flip_height(l);
      flip_height(r);
  }
  // vmcts: end
}

lemma {:induction false} flip_total(t: Tree)
  ensures total(flip(t)) == total(t)
{
  // vmcts: hole
  match t {
    case Leaf =>
    case Node(l, x, r) =>
      flip_total(r);
  }
  // vmcts: end
}
