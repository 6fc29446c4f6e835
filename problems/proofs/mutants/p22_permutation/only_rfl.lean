/-
---
title: Rearranged lists
spec: |
  Prove that a rearranged list has the same length.
hints: ["Induction on the hypothesis."]
budget: {tokens: 20000, minutes: 5}
---
-/
inductive Perm : List Nat → List Nat → Prop where
  | nil : Perm [] []
  | skip (x : Nat) (l k : List Nat) : Perm l k → Perm (x :: l) (x :: k)
  | swap (x y : Nat) (l : List Nat) : Perm (x :: y :: l) (y :: x :: l)
  | trans (l k m : List Nat) : Perm l k → Perm k m → Perm l m

theorem perm_length (l k : List Nat) (h : Perm l k) : l.length = k.length := by
  -- vmcts: hole
  intros
  rfl
  -- vmcts: end
