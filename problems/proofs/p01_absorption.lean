/-
---
title: Absorption of booleans
spec: |
  Prove that (a && (a || (b && !a))) = a.
hints: ["Cases on a and b."]
budget: {tokens: 20000, minutes: 5}
---
-/
theorem absorption (a b : Bool) : (a && (a || (b && !a))) = a := by
  -- vmcts: hole
  cases a <;> cases b <;> rfl
  -- vmcts: end
