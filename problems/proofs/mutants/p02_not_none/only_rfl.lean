/-
---
title: An option that is not none
spec: |
  Prove that an option that is not none is some number.
hints: ["Cases on o."]
budget: {tokens: 20000, minutes: 5}
---
-/
theorem not_none (o : Option Nat) (h : o ≠ none) : ∃ n, o = some n := by
  -- vmcts: hole
  intros
  rfl
  -- vmcts: end
