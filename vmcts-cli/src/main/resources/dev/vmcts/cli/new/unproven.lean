/-
---
title: TITLE
spec: |
  Define twice : Nat → Nat, with twice 0 = 0 and twice (n + 1) = twice n + 2. Prove that twice n = n + n.
hints: ["Prove it by induction on n with simp and omega."]
budget: {tokens: 20000, minutes: 5}
---
-/
-- vmcts: hole
def twice : Nat → Nat
  | 0 => 0
  | n + 1 => twice n + 2
-- vmcts: end
theorem twice_zero : twice 0 = 0 := rfl

theorem twice_succ (n : Nat) : twice (n + 1) = twice n + 2 := rfl

theorem twice_plus (n : Nat) : twice n = n + n := by
  -- vmcts: hole
  sorry
  -- vmcts: end
