/-
---
title: Reversing a list
spec: |
  Define rev : List Nat → List Nat, with rev [] = [] and rev (x :: l) = rev l ++ [x].
  Prove that rev (l ++ k) = rev k ++ rev l, that rev (rev l) = l, and that rev l has the same elements as l.
hints: ["Prove each by induction on l; simp with rev and the hypothesis does most."]
budget: {tokens: 20000, minutes: 6}
---
-/
-- vmcts: hole
def rev (_ : List Nat) : List Nat := []
-- vmcts: end

theorem rev_nil : rev [] = [] := by simp [rev]

theorem rev_cons (x : Nat) (l : List Nat) : rev (x :: l) = rev l ++ [x] := by simp [rev]

theorem rev_append (l k : List Nat) : rev (l ++ k) = rev k ++ rev l := by
  -- vmcts: hole
  rfl
  -- vmcts: end

theorem rev_twice (l : List Nat) : rev (rev l) = l := by
  -- vmcts: hole
  induction l with
  | nil => simp [rev]
  | cons x l ih => simp [rev, rev_append, ih]
  -- vmcts: end

theorem rev_mem (y : Nat) (l : List Nat) : y ∈ rev l ↔ y ∈ l := by
  -- vmcts: hole
  induction l with
  | nil => simp [rev]
  | cons x l ih => simp [rev, ih, or_comm]
  -- vmcts: end
