/-
---
title: The elements of a tree
spec: |
  Prove that a number is in the list of a tree just when it occurs in the tree.
hints: ["Induction on t; simp with both definitions."]
budget: {tokens: 20000, minutes: 5}
---
-/
inductive Tree where
  | leaf
  | node (l : Tree) (v : Nat) (r : Tree)

def occurs (x : Nat) : Tree → Prop
  | .leaf => False
  | .node l v r => occurs x l ∨ x = v ∨ occurs x r

def elements : Tree → List Nat
  | .leaf => []
  | .node l v r => elements l ++ v :: elements r

theorem elements_occur (x : Nat) (t : Tree) : x ∈ elements t ↔ occurs x t := by
  -- vmcts: hole
  cases t <;> simp [elements, occurs]
  -- vmcts: end
