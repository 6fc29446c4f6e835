/-
---
title: A tree mirrored twice
spec: |
  Prove that a tree mirrored twice is the tree.
hints:
  - "Induction on the tree; both hypotheses are needed."
budget: {tokens: 20000, minutes: 6}
---
-/
inductive Tree where
  | leaf : Tree
  | node (left : Tree) (value : Nat) (right : Tree) : Tree

def mirror : Tree → Tree
  | .leaf => .leaf
  | .node l v r => .node (mirror r) v (mirror l)

theorem mirror_mirror (t : Tree) : mirror (mirror t) = t := by
  -- vmcts: hole
  induction t with
  | leaf => rfl
  | node l v r ihl ihr => simp only [mirror, ihl]
  -- vmcts: end
