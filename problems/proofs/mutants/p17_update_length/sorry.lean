/-
---
title: Changing one place of a list
spec: |
  Prove that changing one place keeps the length.
hints: ["Induction on l, generalizing i; cases on i."]
budget: {tokens: 20000, minutes: 5}
---
-/
def update (v : Nat) : Nat → List Nat → List Nat
  | _, [] => []
  | 0, _ :: l => v :: l
  | i + 1, x :: l => x :: update v i l

theorem update_length (v i : Nat) (l : List Nat) : (update v i l).length = l.length := by
  -- vmcts: hole
  sorry
  -- vmcts: end
