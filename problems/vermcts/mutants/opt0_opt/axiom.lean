/-
---
title: An optimizer that leaves no addition of zero
spec: |
  Define optimal : Expr → Prop, which says that no .add has the argument .const 0: it holds for .const n and .var x,
  and for .add a b if a ≠ .const 0 ∧ b ≠ .const 0 ∧ optimal a ∧ optimal b.
  Define optimize : Expr → Expr, which removes additions of 0 everywhere.
  Prove that eval s (optimize e) = eval s e and that optimal (optimize e).
hints: ["Match on the pair optimize a, optimize b; prove both by induction on e with split."]
budget: {tokens: 20000, minutes: 6}
---
-/
inductive Expr where
  | const (n : Nat)
  | var (x : Nat)
  | add (a b : Expr)

def eval (s : Nat → Nat) : Expr → Nat
  | .const n => n
  | .var x => s x
  | .add a b => eval s a + eval s b

-- vmcts: hole
def optimal : Expr → Prop
  | .const _ => True
  | .var _ => True
  | .add a b => a ≠ .const 0 ∧ b ≠ .const 0 ∧ optimal a ∧ optimal b
-- vmcts: end

theorem optimal_const (n : Nat) : optimal (.const n) := by simp [optimal]

theorem optimal_var (x : Nat) : optimal (.var x) := by simp [optimal]

theorem optimal_add (a b : Expr) :
    optimal (.add a b) ↔ a ≠ .const 0 ∧ b ≠ .const 0 ∧ optimal a ∧ optimal b := by
  simp [optimal]

-- vmcts: hole
def optimize : Expr → Expr
  | .const n => .const n
  | .var x => .var x
  | .add a b =>
    match optimize a, optimize b with
    | .const 0, c => c
    | c, .const 0 => c
    | c, d => .add c d

axiom optimize_done (e : Expr) : optimal (optimize e)
-- vmcts: end

theorem optimize_sound (s : Nat → Nat) (e : Expr) : eval s (optimize e) = eval s e := by
  -- vmcts: hole
  induction e with
  | const n => rfl
  | var x => rfl
  | add a b iha ihb =>
    simp only [optimize, eval, ← iha, ← ihb]
    split <;> simp_all [eval]
  -- vmcts: end

theorem optimize_optimal (e : Expr) : optimal (optimize e) := by
  -- vmcts: hole
  exact optimize_done e
  -- vmcts: end
