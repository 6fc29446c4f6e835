/-
---
title: Binary numbers
spec: |
  Prove that the successor of a binary number is worth one more.
hints: ["Induction on b; simp, then omega."]
budget: {tokens: 20000, minutes: 5}
---
-/
inductive Bits where
  | zero
  | twice (b : Bits)
  | once (b : Bits)

def worth : Bits → Nat
  | .zero => 0
  | .twice b => 2 * worth b
  | .once b => 1 + 2 * worth b

def up : Bits → Bits
  | .zero => .once .zero
  | .twice b => .once b
  | .once b => .twice (up b)

theorem worth_up (b : Bits) : worth (up b) = worth b + 1 := by
  -- vmcts: hole
  cases b <;> simp only [up, worth] <;> omega
  -- vmcts: end
