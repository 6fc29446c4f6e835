/-
---
title: Reversing with an accumulator
spec: |
  Prove that onto l k is the reverse of l in front of k.
hints: ["Induction on l, generalizing k."]
budget: {tokens: 20000, minutes: 5}
---
-/
def onto : List Nat → List Nat → List Nat
  | [], k => k
  | x :: l, k => onto l (x :: k)

theorem onto_reverse (l k : List Nat) : onto l k = l.reverse ++ k := by
  -- vmcts: hole
  intros
  rfl
  -- vmcts: end
