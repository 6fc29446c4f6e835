/-
---
title: A compiler for a stack machine
spec: |
  Prove that running the compiled expression pushes its value.
hints: ["First run_append by induction; then induction on e, generalizing s."]
budget: {tokens: 20000, minutes: 5}
---
-/
inductive Ex where
  | num (n : Nat)
  | plus (a b : Ex)

inductive Code where
  | push (n : Nat)
  | sum

def value : Ex → Nat
  | .num n => n
  | .plus a b => value a + value b

def compile : Ex → List Code
  | .num n => [.push n]
  | .plus a b => compile b ++ (compile a ++ [.sum])

def exec : Code → List Nat → List Nat
  | .push n, s => n :: s
  | .sum, x :: y :: s => (x + y) :: s
  | .sum, s => s

def run : List Code → List Nat → List Nat
  | [], s => s
  | c :: p, s => run p (exec c s)

theorem run_append (p q : List Code) (s : List Nat) : run (p ++ q) s = run q (run p s) := by
  -- vmcts: hole
  induction p generalizing s with
  | nil => rfl
  | cons c p ih => exact ih (exec c s)
  -- vmcts: end

theorem compile_value (e : Ex) (s : List Nat) : run (compile e) s = value e :: s := by
  -- vmcts: hole
  induction e with
  | num n => rfl
  | plus a b iha ihb =>
    simp only [compile, run_append, iha, ihb]
    rfl
  -- vmcts: end
