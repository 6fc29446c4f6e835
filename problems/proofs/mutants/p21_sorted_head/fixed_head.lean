/-
---
title: The head of a sorted list
spec: |
  Prove that the head of a sorted list is at most every element behind it.
hints: ["Induction on l, generalizing x."]
budget: {tokens: 20000, minutes: 5}
---
-/
def sorted : List Nat → Prop
  | [] => True
  | [_] => True
  | x :: y :: l => x ≤ y ∧ sorted (y :: l)

theorem sorted_head (l : List Nat) (x y : Nat) (h : sorted (x :: l)) (g : y ∈ l) : x ≤ y := by
  -- vmcts: hole
  induction l with
  | nil => simp at g
  | cons z l ih => exact ih h.2 g
  -- vmcts: end
