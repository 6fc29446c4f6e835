/-
---
title: Division with remainder
spec: |
  Prove that every number is q * (d + 1) + r with r at most d.
hints: ["Nat.div_add_mod and Nat.mod_lt."]
budget: {tokens: 20000, minutes: 5}
---
-/
theorem quotient (d n : Nat) : ∃ q r, n = q * (d + 1) + r ∧ r ≤ d := by
  -- vmcts: hole
  exact ⟨0, n, by omega, by omega⟩
  -- vmcts: end
