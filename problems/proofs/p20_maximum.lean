/-
---
title: The largest element
spec: |
  Prove that largest l is at least each element.
hints: ["Induction on l; omega knows max."]
budget: {tokens: 20000, minutes: 5}
---
-/
def largest : List Nat → Nat
  | [] => 0
  | x :: l => max x (largest l)

theorem largest_bound (l : List Nat) (x : Nat) (h : x ∈ l) : x ≤ largest l := by
  -- vmcts: hole
  induction l with
  | nil => simp at h
  | cons y l ih =>
    simp only [largest]
    cases List.mem_cons.mp h with
    | inl e => omega
    | inr m =>
      have := ih m
      omega
  -- vmcts: end
