/-
---
title: The sum of even numbers
spec: |
  Prove that the sum of two numbers that are even in the sense of the inductive predicate is even.
hints: ["Induction on the first hypothesis."]
budget: {tokens: 20000, minutes: 5}
---
-/
inductive Ev : Nat → Prop where
  | zero : Ev 0
  | step (n : Nat) : Ev n → Ev (n + 2)

theorem even_sum (n m : Nat) (h : Ev n) (g : Ev m) : Ev (n + m) := by
  -- vmcts: hole
  sorry
  -- vmcts: end
