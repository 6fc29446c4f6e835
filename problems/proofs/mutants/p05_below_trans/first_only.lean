/-
---
title: A transitive order
spec: |
  Prove that the inductive order Below is transitive.
hints: ["Induction on the second hypothesis."]
budget: {tokens: 20000, minutes: 5}
---
-/
inductive Below : Nat → Nat → Prop where
  | same (n : Nat) : Below n n
  | next (n m : Nat) : Below n m → Below n (m + 1)

theorem below_trans (n m k : Nat) (h : Below n m) (g : Below m k) : Below n k := by
  -- vmcts: hole
  exact h
  -- vmcts: end
