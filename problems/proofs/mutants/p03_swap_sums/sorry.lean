/-
---
title: Swapping sums
spec: |
  Prove that (a + b) + (c + d) = (d + b) + (c + a).
hints: ["omega knows the laws of addition."]
budget: {tokens: 20000, minutes: 5}
---
-/
theorem swap_sums (a b c d : Nat) : (a + b) + (c + d) = (d + b) + (c + a) := by
  -- vmcts: hole
  sorry
  -- vmcts: end
