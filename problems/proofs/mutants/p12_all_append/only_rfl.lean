/-
---
title: All elements of an append
spec: |
  Prove that (l ++ k).all p = (k.all p && l.all p).
hints: ["List.all_append and Bool.and_comm."]
budget: {tokens: 20000, minutes: 5}
---
-/
theorem all_append (p : Nat → Bool) (l k : List Nat) :
    (l ++ k).all p = (k.all p && l.all p) := by
  -- vmcts: hole
  intros
  rfl
  -- vmcts: end
