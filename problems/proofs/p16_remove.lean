/-
---
title: Removing from a list
spec: |
  Prove that x does not occur in without x l.
hints: ["Induction on l, by_cases on x = y."]
budget: {tokens: 20000, minutes: 5}
---
-/
def without (x : Nat) : List Nat → List Nat
  | [] => []
  | y :: l => if x = y then without x l else y :: without x l

theorem without_gone (x : Nat) (l : List Nat) : ¬ x ∈ without x l := by
  -- vmcts: hole
  induction l with
  | nil => simp [without]
  | cons y l ih =>
    by_cases h : x = y
    · simp only [without, if_pos h]
      exact ih
    · simp only [without, if_neg h, List.mem_cons]
      intro g
      cases g with
      | inl e => exact h e
      | inr m => exact ih m
  -- vmcts: end
