/*---
title: Insertion into a binary search tree
spec: |
  Define contains(t: Tree, x: nat): bool, false for Leaf and
  contains(Node(l, v, r), x) == (x == v || contains(l, x) || contains(r, x)).
  Define bst(t: Tree, lo: nat, hi: nat): bool, true for Leaf and
  bst(Node(l, v, r), lo, hi) == (lo < v < hi && bst(l, lo, v) && bst(r, v, hi)).
  Define insert(t: Tree, x: nat): Tree. Prove that it puts x in, keeps what was there, adds nothing else, and keeps
  bst for bounds with x between them.
hints: ["insert compares x with v and goes left or right.", "Prove each by a match on t, with a call of the lemma for the branch that insert takes."]
budget: {tokens: 20000, minutes: 8}
---*/
datatype Tree = Leaf | Node(left: Tree, value: nat, right: Tree)

// vmcts: hole
predicate contains(t: Tree, x: nat)
{
  true
}
// vmcts: end

lemma contains_equations(l: Tree, v: nat, r: Tree, x: nat)
  ensures !contains(Leaf, x)
  ensures contains(Node(l, v, r), x) == (x == v || contains(l, x) || contains(r, x))
{
}

// vmcts: hole
predicate bst(t: Tree, lo: nat, hi: nat)
{
  match t
  case Leaf => true
  case Node(l, v, r) => lo < v < hi && bst(l, lo, v) && bst(r, v, hi)
}
// vmcts: end

lemma bst_equations(l: Tree, v: nat, r: Tree, lo: nat, hi: nat)
  ensures bst(Leaf, lo, hi)
  ensures bst(Node(l, v, r), lo, hi) == (lo < v < hi && bst(l, lo, v) && bst(r, v, hi))
{
}

// vmcts: hole
function insert(t: Tree, x: nat): Tree
{
  match t
  case Leaf => Node(Leaf, x, Leaf)
  case Node(l, v, r) =>
    if x < v then Node(insert(l, x), v, r)
    else if v < x then Node(l, v, insert(r, x))
    else t
}
// vmcts: end

lemma {:induction false} insert_new(t: Tree, x: nat)
  ensures contains(insert(t, x), x)
{
  // vmcts: hole

  // vmcts: end
}

lemma {:induction false} insert_old(t: Tree, x: nat, y: nat)
  requires contains(t, y)
  ensures contains(insert(t, x), y)
{
  // vmcts: hole

  // vmcts: end
}

lemma {:induction false} insert_only(t: Tree, x: nat, y: nat)
  requires contains(insert(t, x), y)
  ensures y == x || contains(t, y)
{
  // vmcts: hole

  // vmcts: end
}

lemma {:induction false} insert_bst(t: Tree, x: nat, lo: nat, hi: nat)
  requires lo < x < hi
  requires bst(t, lo, hi)
  ensures bst(insert(t, x), lo, hi)
{
  // vmcts: hole
  match t {
    case Leaf =>
    case Node(l, v, r) =>
      if x < v {
        insert_bst(l, x, lo, v);
      } else if v < x {
        insert_bst(r, x, v, hi);
      }
  }
  // vmcts: end
}
