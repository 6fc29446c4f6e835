/-
---
title: Parts of a list
spec: |
  Prove that every list is a part of itself, and of itself with more in front.
hints: ["Induction on l, then on k."]
budget: {tokens: 20000, minutes: 5}
---
-/
inductive Part : List Nat → List Nat → Prop where
  | nil : Part [] []
  | skip (x : Nat) (l k : List Nat) : Part l k → Part l (x :: k)
  | keep (x : Nat) (l k : List Nat) : Part l k → Part (x :: l) (x :: k)

theorem part_refl (l : List Nat) : Part l l := by
  -- vmcts: hole
  induction l with
  | nil => exact Part.nil
  | cons x l ih => exact Part.keep x l l ih
  -- vmcts: end

theorem part_front (l k : List Nat) : Part l (k ++ l) := by
  -- vmcts: hole
  induction k with
  | nil => exact part_refl l
  | cons x k ih => exact Part.keep x l (k ++ l) ih
  -- vmcts: end
