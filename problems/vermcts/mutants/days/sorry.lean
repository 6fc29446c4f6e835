/-
---
title: Business days
spec: |
  Define weekday : Day → Bool, true from .monday to .friday.
  Define next : Day → Day, the next weekday: the day after, but .monday after .friday, .saturday and .sunday.
  Define iterate : Nat → Day → Day, with iterate 0 d = d and iterate (n + 1) d = iterate n (next d).
  Prove that iterate 5 d = d for every weekday d.
hints: ["Prove it by cases on d; on the weekend the hypothesis is false."]
budget: {tokens: 20000, minutes: 6}
---
-/
inductive Day where
  | monday
  | tuesday
  | wednesday
  | thursday
  | friday
  | saturday
  | sunday

-- vmcts: hole
def weekday : Day → Bool
  | .saturday => false
  | .sunday => false
  | _ => true
-- vmcts: end

theorem weekday_true : weekday .monday = true ∧ weekday .tuesday = true ∧ weekday .wednesday = true
    ∧ weekday .thursday = true ∧ weekday .friday = true := by
  refine ⟨rfl, rfl, rfl, rfl, rfl⟩

theorem weekday_false : weekday .saturday = false ∧ weekday .sunday = false := ⟨rfl, rfl⟩

-- vmcts: hole
def next : Day → Day
  | .monday => .tuesday
  | .tuesday => .wednesday
  | .wednesday => .thursday
  | .thursday => .friday
  | _ => .monday
-- vmcts: end

theorem next_early : next .monday = .tuesday ∧ next .tuesday = .wednesday
    ∧ next .wednesday = .thursday ∧ next .thursday = .friday := ⟨rfl, rfl, rfl, rfl⟩

theorem next_late : next .friday = .monday ∧ next .saturday = .monday ∧ next .sunday = .monday :=
  ⟨rfl, rfl, rfl⟩

-- vmcts: hole
def iterate : Nat → Day → Day
  | 0, d => d
  | n + 1, d => iterate n (next d)
-- vmcts: end

theorem iterate_zero (d : Day) : iterate 0 d = d := by simp [iterate]

theorem iterate_succ (n : Nat) (d : Day) : iterate (n + 1) d = iterate n (next d) := by
  simp [iterate]

theorem iterate_week (d : Day) (h : weekday d = true) : iterate 5 d = d := by
  -- vmcts: hole
  sorry
  -- vmcts: end
