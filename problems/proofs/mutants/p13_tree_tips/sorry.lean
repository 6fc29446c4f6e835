/-
---
title: The size of a mirrored tree
spec: |
  Prove that a tree and its mirror image have the same number of tips.
hints: ["Induction on t; then both hypotheses and omega."]
budget: {tokens: 20000, minutes: 5}
---
-/
inductive Bush where
  | tip (n : Nat)
  | fork (l r : Bush)

def swap : Bush → Bush
  | .tip n => .tip n
  | .fork l r => .fork (swap r) (swap l)

def tips : Bush → Nat
  | .tip _ => 1
  | .fork l r => tips l + tips r

theorem tips_swap (t : Bush) : tips (swap t) = tips t := by
  -- vmcts: hole
  sorry
  -- vmcts: end
