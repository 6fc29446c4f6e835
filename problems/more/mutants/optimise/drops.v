(*---
title: Removing additions of zero
spec: |
  Define optimise : expr -> expr, with optimise (Const n) = Const n and optimise (Var x) = Var x
  and optimise (Plus a b) = add (optimise a) (optimise b).
  Prove that eval s (add a b) = eval s a + eval s b and eval s (optimise e) = eval s e.
hints: ["Prove the first by cases on a and b and then lia, the second by induction on e."]
budget: {tokens: 20000, minutes: 5}
---*)
Require Import Lia.

Inductive expr : Type :=
  | Const : nat -> expr
  | Var : nat -> expr
  | Plus : expr -> expr -> expr.

Fixpoint eval (s : nat -> nat) (e : expr) : nat :=
  match e with
  | Const n => n
  | Var x => s x
  | Plus a b => eval s a + eval s b
  end.

Definition add (a b : expr) : expr :=
  match a, b with
  | Const 0, _ => b
  | _, Const 0 => a
  | _, _ => Plus a b
  end.
(* vmcts: hole *)
Fixpoint optimise (e : expr) : expr :=
  match e with
  | Const n => Const n
  | Var x => Var x
  | Plus a b => optimise a
  end.
(* vmcts: end *)
Example optimise_const : forall n, optimise (Const n) = Const n.
Proof. reflexivity. Qed.

Example optimise_var : forall x, optimise (Var x) = Var x.
Proof. reflexivity. Qed.

Example optimise_plus : forall a b, optimise (Plus a b) = add (optimise a) (optimise b).
Proof. reflexivity. Qed.

Example optimise_nested : optimise (Plus (Const 0) (Plus (Var 1) (Const 0))) = Var 1.
Proof. reflexivity. Qed.

Lemma eval_add : forall s a b, eval s (add a b) = eval s a + eval s b.
(* vmcts: hole *)
Proof.
  intros s a b.
  destruct a as [[|n]|x|a1 a2]; destruct b as [[|m]|y|b1 b2]; simpl; lia.
Qed.
(* vmcts: end *)
Theorem eval_optimise : forall s e, eval s (optimise e) = eval s e.
(* vmcts: hole *)
Proof.
  induction e.
  - reflexivity.
  - reflexivity.
  - simpl. rewrite eval_add. rewrite IHe1. rewrite IHe2. reflexivity.
Qed.
(* vmcts: end *)
