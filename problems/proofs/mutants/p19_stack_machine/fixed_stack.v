(*---
title: A compiler for a stack machine
spec: |
  Prove that running the compiled expression pushes its value.
hints: ["First run_app by induction on p; then induction on e, rewriting with run_app."]
budget: {tokens: 20000, minutes: 5}
---*)
Require Import List.
Import ListNotations.

Inductive expr : Type :=
  | Num : nat -> expr
  | Plus : expr -> expr -> expr
  | Times : expr -> expr -> expr.

Inductive code : Type :=
  | Push : nat -> code
  | Sum : code
  | Product : code.

Fixpoint value (e : expr) : nat :=
  match e with
  | Num n => n
  | Plus a b => value a + value b
  | Times a b => value a * value b
  end.

Fixpoint compile (e : expr) : list code :=
  match e with
  | Num n => [Push n]
  | Plus a b => compile b ++ compile a ++ [Sum]
  | Times a b => compile b ++ compile a ++ [Product]
  end.

Definition step (c : code) (s : list nat) : list nat :=
  match c, s with
  | Push n, _ => n :: s
  | Sum, x :: y :: r => x + y :: r
  | Product, x :: y :: r => x * y :: r
  | _, _ => s
  end.

Fixpoint run (p : list code) (s : list nat) : list nat :=
  match p with
  | [] => s
  | c :: r => run r (step c s)
  end.

Lemma run_app : forall p q s, run (p ++ q) s = run q (run p s).
(* vmcts: hole *)
Proof.
  induction p; intros q s; simpl.
  - reflexivity.
  - apply IHp.
Qed.
(* vmcts: end *)
Theorem compile_value : forall e s, run (compile e) s = value e :: s.
(* vmcts: hole *)
Proof.
  intros e s. induction e; simpl.
  - reflexivity.
  - rewrite run_app. rewrite run_app. rewrite IHe2. rewrite IHe1. reflexivity.
  - rewrite run_app. rewrite run_app. rewrite IHe2. rewrite IHe1. reflexivity.
Qed.
(* vmcts: end *)
