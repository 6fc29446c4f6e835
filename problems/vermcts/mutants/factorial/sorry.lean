/-
---
title: Factorial is positive
spec: |
  Define fac : Nat → Nat, with fac 0 = 1 and fac (n + 1) = (n + 1) * fac n. Prove that 0 < fac n.
hints: ["Prove it by induction on n; Nat.mul_pos closes the step."]
budget: {tokens: 20000, minutes: 6}
---
-/
-- vmcts: hole
def fac : Nat → Nat
  | 0 => 1
  | n + 1 => (n + 1) * fac n
-- vmcts: end

theorem fac_zero : fac 0 = 1 := by simp [fac]

theorem fac_succ (n : Nat) : fac (n + 1) = (n + 1) * fac n := by simp [fac]

theorem fac_pos (n : Nat) : 0 < fac n := by
  -- vmcts: hole
  sorry
  -- vmcts: end
