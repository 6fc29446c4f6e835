/-
---
title: Summing with an accumulator
spec: |
  Prove that summing with an accumulator gives the sum, whatever the accumulator is.
hints: ["Induction on l, generalizing a."]
budget: {tokens: 20000, minutes: 5}
---
-/
def total : List Nat → Nat
  | [] => 0
  | x :: l => x + total l

def totalFrom (a : Nat) : List Nat → Nat
  | [] => a
  | x :: l => totalFrom (x + a) l

theorem totalFrom_any (l : List Nat) (a : Nat) : totalFrom a l = a + total l := by
  -- vmcts: hole
  induction l with
  | nil => simp [totalFrom, total]
  | cons x l ih =>
    simp only [totalFrom, total]
    rw [ih]
  -- vmcts: end
