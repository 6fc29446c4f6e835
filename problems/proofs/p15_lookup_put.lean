/-
---
title: A map that is a list of pairs
spec: |
  Prove that what was put under a key is found there.
hints: ["Induction on m with split."]
budget: {tokens: 20000, minutes: 5}
---
-/
def lookup (k : Nat) : List (Nat × Nat) → Option Nat
  | [] => none
  | (j, v) :: r => if k = j then some v else lookup k r

def put (k v : Nat) : List (Nat × Nat) → List (Nat × Nat)
  | [] => [(k, v)]
  | (j, w) :: r => if k = j then (k, v) :: r else (j, w) :: put k v r

theorem lookup_put (k v : Nat) (m : List (Nat × Nat)) : lookup k (put k v m) = some v := by
  -- vmcts: hole
  induction m with
  | nil => simp [put, lookup]
  | cons p r ih =>
    cases p with
    | mk j w =>
      by_cases h : k = j
      · simp [put, lookup, h]
      · simp [put, lookup, h, ih]
  -- vmcts: end
