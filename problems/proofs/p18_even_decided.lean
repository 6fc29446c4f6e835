/-
---
title: Deciding evenness
spec: |
  Prove that the function that decides evenness agrees with the inductive predicate.
hints: ["Induction on the hypothesis."]
budget: {tokens: 20000, minutes: 5}
---
-/
inductive Ev : Nat → Prop where
  | zero : Ev 0
  | step (n : Nat) : Ev n → Ev (n + 2)

def evenb : Nat → Bool
  | 0 => true
  | 1 => false
  | n + 2 => evenb n

theorem ev_evenb (n : Nat) (h : Ev n) : evenb n = true := by
  -- vmcts: hole
  induction h with
  | zero => rfl
  | step n _ ih => simpa [evenb] using ih
  -- vmcts: end
