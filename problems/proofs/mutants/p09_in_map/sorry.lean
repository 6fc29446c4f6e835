/-
---
title: Where an element of a map comes from
spec: |
  Prove that an element of l.map f is f of an element of l.
hints: ["List.mem_map."]
budget: {tokens: 20000, minutes: 5}
---
-/
theorem from_map (f : Nat → Nat) (l : List Nat) (y : Nat) (h : y ∈ l.map f) :
    ∃ x, x ∈ l ∧ y = f x := by
  -- vmcts: hole
  sorry
  -- vmcts: end
