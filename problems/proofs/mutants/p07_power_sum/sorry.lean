/-
---
title: Powers of a sum
spec: |
  Prove that power b (n + m) = power b n * power b m.
hints: ["Induction on n."]
budget: {tokens: 20000, minutes: 5}
---
-/
def power (b : Nat) : Nat → Nat
  | 0 => 1
  | n + 1 => b * power b n

theorem power_sum (b n m : Nat) : power b (n + m) = power b n * power b m := by
  -- vmcts: hole
  sorry
  -- vmcts: end
