/-
---
title: A list of copies
spec: |
  Define copies : Nat → Nat → List Nat, with copies x 0 = [] and copies x (n + 1) = x :: copies x n.
  Prove that (copies x n).length = n, and that every element of copies x n is x.
hints: ["Prove both by induction on n."]
budget: {tokens: 20000, minutes: 6}
---
-/
-- vmcts: hole
def copies (x : Nat) : Nat → List Nat
  | 0 => []
  | n + 1 => x :: copies x n
-- vmcts: end

theorem copies_zero (x : Nat) : copies x 0 = [] := by simp [copies]

theorem copies_succ (x n : Nat) : copies x (n + 1) = x :: copies x n := by simp [copies]

theorem copies_length (x n : Nat) : (copies x n).length = n := by
  -- vmcts: hole
  induction n with
  | zero => simp [copies]
  | succ n ih => simp [copies, ih]
  -- vmcts: end

theorem copies_all (x n y : Nat) (h : y ∈ copies x n) : y = x := by
  -- vmcts: hole
  induction n with
  | zero => simp [copies] at h
  | succ n ih =>
    simp only [copies, List.mem_cons] at h
    cases h with
    | inl h => exact h
    | inr h => exact ih h
  -- vmcts: end
