/-
---
title: Insertion sort
spec: |
  Define insert : Nat → List Nat → List Nat and sort : List Nat → List Nat in the namespace Sorting, with
  sort [] = [] and sort (x :: l) = insert x (sort l).
  Prove that count y (insert x l) = count y (x :: l), that insert keeps a list sorted, that sort l is sorted, and that
  count y (sort l) = count y l.
hints: ["Sorting.insert asks x ≤ y by if; prove each by induction on l with split."]
budget: {tokens: 20000, minutes: 6}
---
-/
def sorted : List Nat → Prop
  | [] => True
  | [_] => True
  | x :: y :: l => x ≤ y ∧ sorted (y :: l)

def count (y : Nat) : List Nat → Nat
  | [] => 0
  | x :: l => (if x = y then 1 else 0) + count y l

-- vmcts: hole
def Sorting.insert (x : Nat) : List Nat → List Nat
  | [] => [x, x]
  | y :: l => if x ≤ y then x :: y :: l else y :: Sorting.insert x l

def Sorting.sort : List Nat → List Nat
  | [] => []
  | x :: l => Sorting.insert x (Sorting.sort l)
-- vmcts: end

theorem sort_nil : Sorting.sort [] = [] := by simp [Sorting.sort]

theorem sort_cons (x : Nat) (l : List Nat) :
    Sorting.sort (x :: l) = Sorting.insert x (Sorting.sort l) := by
  simp [Sorting.sort]

theorem insert_count (y x : Nat) (l : List Nat) :
    count y (Sorting.insert x l) = count y (x :: l) := by
  -- vmcts: hole
  induction l with
  | nil => simp [Sorting.insert]
  | cons z l ih =>
    simp only [Sorting.insert]
    split
    · rfl
    · simp only [count] at ih ⊢
      omega
  -- vmcts: end

theorem insert_sorted (x : Nat) (l : List Nat) (h : sorted l) : sorted (Sorting.insert x l) := by
  -- vmcts: hole
  induction l with
  | nil => simp [Sorting.insert, sorted]
  | cons z l ih =>
    simp only [Sorting.insert]
    split
    · exact ⟨by assumption, h⟩
    · rename_i hz
      cases l with
      | nil => exact ⟨by omega, True.intro⟩
      | cons w l =>
        have hw := ih h.2
        simp only [Sorting.insert] at hw ⊢
        split
        · rename_i hx
          rw [if_pos hx] at hw
          exact ⟨by omega, hw⟩
        · rename_i hx
          rw [if_neg hx] at hw
          exact ⟨h.1, hw⟩
  -- vmcts: end

theorem sort_sorted (l : List Nat) : sorted (Sorting.sort l) := by
  -- vmcts: hole
  induction l with
  | nil => simp [Sorting.sort, sorted]
  | cons x l ih =>
    rw [sort_cons]
    exact insert_sorted x _ ih
  -- vmcts: end

theorem sort_count (y : Nat) (l : List Nat) : count y (Sorting.sort l) = count y l := by
  -- vmcts: hole
  induction l with
  | nil => simp [Sorting.sort]
  | cons x l ih =>
    rw [sort_cons, insert_count]
    simp only [count, ih]
  -- vmcts: end
