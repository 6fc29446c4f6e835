/-
---
title: Factorial is positive
spec: |
  Define fac, the factorial of a natural number, and prove that it is always positive.
hints:
  - "fac (n + 1) is (n + 1) * fac n."
  - "Induction on n; a product of positive numbers is positive: Nat.mul_pos."
budget: {tokens: 20000, minutes: 6}
---
-/

-- vmcts: hole
def fac : Nat → Nat
  | 0 => 1
  | n + 1 => (n + 1) + fac n
-- vmcts: end

example : fac 0 = 1 := rfl
example : fac 1 = 1 := rfl
example : fac 4 = 24 := rfl

theorem fac_pos (n : Nat) : 0 < fac n := by
  -- vmcts: hole
  induction n with
  | zero => simp only [fac] <;> omega
  | succ n ih => simp only [fac] <;> omega
  -- vmcts: end
