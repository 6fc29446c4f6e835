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
  refine ⟨n / (d + 1), n % (d + 1), ?_, ?_⟩
  · rw [Nat.mul_comm]
    exact (Nat.div_add_mod n (d + 1)).symm
  · exact Nat.le_of_lt_succ (Nat.mod_lt n (Nat.succ_pos d))
  -- vmcts: end
