/-
---
title: Filtering makes no list longer
spec: |
  Prove that (l.filter p).length ≤ l.length.
hints: ["Induction on l, cases on p x."]
budget: {tokens: 20000, minutes: 5}
---
-/
theorem filter_shorter (p : Nat → Bool) (l : List Nat) : (l.filter p).length ≤ l.length := by
  -- vmcts: hole
  sorry
  -- vmcts: end
