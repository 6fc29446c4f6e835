/-
---
title: The sum of odd numbers
spec: |
  Prove that the sum of the first n odd numbers is n * n.
hints: ["Induction on n; multiply out, then omega."]
budget: {tokens: 20000, minutes: 5}
---
-/
def odds : Nat → Nat
  | 0 => 0
  | n + 1 => 2 * n + 1 + odds n

theorem odds_square (n : Nat) : odds n = n * n := by
  -- vmcts: hole
  induction n with
  | zero => rfl
  | succ n ih =>
    simp only [odds, ih, Nat.add_mul, Nat.mul_add]
    omega
  -- vmcts: end
