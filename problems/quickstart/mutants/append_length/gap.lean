/-
---
title: The length of two lists put together
spec: |
  Prove that putting two lists together adds their lengths.
hints:
  - "Induction on the first list."
budget: {tokens: 20000, minutes: 6}
---
-/
inductive Numbers where
  | empty : Numbers
  | put (head : Nat) (tail : Numbers) : Numbers

def append : Numbers → Numbers → Numbers
  | .empty, ys => ys
  | .put x xs, ys => .put x (append xs ys)

def size : Numbers → Nat
  | .empty => 0
  | .put _ xs => size xs + 1

theorem size_append (xs ys : Numbers) : size (append xs ys) = size xs + size ys := by
  -- vmcts: hole
  induction xs with
  | empty => simp only [append, size] <;> omega
  | put x xs ih => sorry
  -- vmcts: end
