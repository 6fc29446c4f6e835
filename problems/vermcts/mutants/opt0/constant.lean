/-
---
title: An optimizer for additions of zero
spec: |
  Define eval : (Nat → Nat) → Expr → Nat, with eval s (.const n) = n and eval s (.var x) = s x
  and eval s (.add a b) = eval s a + eval s b.
  Define optimize : Expr → Expr, which removes additions of 0: optimize (.const n) = .const n,
  optimize (.var x) = .var x, and optimize (.add a b) is optimize b where optimize a is .const 0,
  optimize a where optimize b is .const 0, and .add (optimize a) (optimize b) else.
  Prove that eval s (optimize e) = eval s e.
hints: ["Match on the pair optimize a, optimize b; prove it by induction on e with split."]
budget: {tokens: 20000, minutes: 6}
---
-/
inductive Expr where
  | const (n : Nat)
  | var (x : Nat)
  | add (a b : Expr)

-- vmcts: hole
def eval (s : Nat → Nat) : Expr → Nat
  | .const n => n
  | .var x => s x
  | .add a b => eval s a + eval s b
-- vmcts: end

theorem eval_const (s : Nat → Nat) (n : Nat) : eval s (.const n) = n := by simp [eval]

theorem eval_var (s : Nat → Nat) (x : Nat) : eval s (.var x) = s x := by simp [eval]

theorem eval_add (s : Nat → Nat) (a b : Expr) : eval s (.add a b) = eval s a + eval s b := by
  simp [eval]

-- vmcts: hole
def optimize (_ : Expr) : Expr := .const 0
-- vmcts: end

theorem optimize_const (n : Nat) : optimize (.const n) = .const n := by simp [optimize]

theorem optimize_var (x : Nat) : optimize (.var x) = .var x := by simp [optimize]

theorem optimize_left (a b : Expr) (h : optimize a = .const 0) :
    optimize (.add a b) = optimize b := by
  first
  | (simp [optimize, h]; done)
  | (simp only [optimize]; split <;> simp_all)

theorem optimize_right (a b : Expr) (h : optimize b = .const 0) :
    optimize (.add a b) = optimize a := by
  first
  | (simp [optimize, h]; done)
  | (simp only [optimize]; split <;> simp_all)

theorem optimize_add (a b : Expr) (ha : optimize a ≠ .const 0) (hb : optimize b ≠ .const 0) :
    optimize (.add a b) = .add (optimize a) (optimize b) := by
  first
  | (simp [optimize, ha, hb]; done)
  | (simp only [optimize]; split <;> simp_all)

theorem optimize_sound (s : Nat → Nat) (e : Expr) : eval s (optimize e) = eval s e := by
  -- vmcts: hole
  induction e with
  | const n => rfl
  | var x => rfl
  | add a b iha ihb =>
    simp only [optimize, eval, ← iha, ← ihb]
    split <;> simp_all [eval]
  -- vmcts: end
