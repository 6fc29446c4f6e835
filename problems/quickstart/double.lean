/-
---
title: Twice a number, by recursion
spec: |
  Define double on the natural numbers by recursion, without adding the number to itself,
  and prove that it adds the number to itself.
hints:
  - "double (n + 1) is double n + 2."
  - "Induction on n."
budget: {tokens: 20000, minutes: 6}
---
-/

-- vmcts: hole
def double : Nat → Nat
  | 0 => 0
  | n + 1 => double n + 2
-- vmcts: end

example : double 0 = 0 := rfl
example : double 1 = 2 := rfl
example : double 3 = 6 := rfl

theorem double_eq (n : Nat) : double n = n + n := by
  -- vmcts: hole
  induction n with
  | zero => rfl
  | succ n ih => simp only [double, ih] <;> omega
  -- vmcts: end
