(*---
title: An optimizer that leaves no addition of zero
spec: |
  Define optimal : expr -> Prop, which says that no Add has the argument Const 0: it holds for Const n and Var x,
  and for Add a b if a <> Const 0 and b <> Const 0 and optimal a and optimal b.
  Define optimize : expr -> expr, which removes additions of 0 everywhere.
  Prove that eval s (optimize e) = eval s e and that optimal (optimize e).
hints: ["optimize (Add a b) matches on the pair optimize a, optimize b.", "Prove both by induction on e, with cases on optimize e1 and optimize e2."]
budget: {tokens: 20000, minutes: 6}
---*)
Require Import Lia.

Inductive expr : Type :=
  | Const : nat -> expr
  | Var : nat -> expr
  | Add : expr -> expr -> expr.

Fixpoint eval (s : nat -> nat) (e : expr) : nat :=
  match e with
  | Const n => n
  | Var x => s x
  | Add a b => eval s a + eval s b
  end.
(* vmcts: hole *)
Fixpoint optimal (e : expr) : Prop :=
  match e with
  | Const n => True
  | Var x => True
  | Add a b => a <> Const 0 /\ b <> Const 0 /\ optimal a /\ optimal b
  end.
(* vmcts: end *)
Example optimal_const : forall n, optimal (Const n).
Proof. cbv. auto. Qed.

Example optimal_var : forall x, optimal (Var x).
Proof. cbv. auto. Qed.

Example optimal_add : forall a b,
  optimal (Add a b) <-> a <> Const 0 /\ b <> Const 0 /\ optimal a /\ optimal b.
Proof.
  intros a b. destruct a as [[|n]|x|a c]; destruct b as [[|m]|y|b d]; simpl; intuition congruence.
Qed.
(* vmcts: hole *)
Definition optimize (e : expr) : expr := Const 1.
(* vmcts: end *)
Theorem optimize_sound : forall s e, eval s (optimize e) = eval s e.
(* vmcts: hole *)
Proof.
  induction e.
  - reflexivity.
  - reflexivity.
  - simpl. rewrite <- IHe1. rewrite <- IHe2.
    destruct (optimize e1) as [[|n]|x|a b]; destruct (optimize e2) as [[|m]|y|c d]; simpl; lia.
Qed.
(* vmcts: end *)
Theorem optimize_optimal : forall e, optimal (optimize e).
(* vmcts: hole *)
Proof.
  induction e.
  - exact I.
  - exact I.
  - simpl.
    destruct (optimize e1) as [[|n]|x|a b]; destruct (optimize e2) as [[|m]|y|c d];
      simpl in *; intuition congruence.
Qed.
(* vmcts: end *)
