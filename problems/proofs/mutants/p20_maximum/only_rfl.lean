/-
---
title: The largest element
spec: |
  Prove that largest l is at least each element.
hints: ["Induction on l; omega knows max."]
budget: {tokens: 20000, minutes: 5}
---
-/
def largest : List Nat → Nat
  | [] => 0
  | x :: l => max x (largest l)

theorem largest_bound (l : List Nat) (x : Nat) (h : x ∈ l) : x ≤ largest l := by
  -- vmcts: hole
  intros
  rfl
  -- vmcts: end
