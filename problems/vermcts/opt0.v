(*---
title: An optimizer for additions of zero
spec: |
  Define eval : (nat -> nat) -> expr -> nat, with eval s (Const n) = n and eval s (Var x) = s x
  and eval s (Add a b) = eval s a + eval s b.
  Define optimize : expr -> expr, which removes additions of 0: optimize (Const n) = Const n,
  optimize (Var x) = Var x, and optimize (Add a b) is optimize b where optimize a is Const 0,
  optimize a where optimize b is Const 0, and Add (optimize a) (optimize b) else.
  Prove that eval s (optimize e) = eval s e.
hints: ["Match on the pair optimize a, optimize b.", "Prove it by induction on e, with cases on optimize e1 and optimize e2, and lia."]
budget: {tokens: 20000, minutes: 6}
---*)
Require Import Lia.

Inductive expr : Type :=
  | Const : nat -> expr
  | Var : nat -> expr
  | Add : expr -> expr -> expr.
(* vmcts: hole *)
Fixpoint eval (s : nat -> nat) (e : expr) : nat :=
  match e with
  | Const n => n
  | Var x => s x
  | Add a b => eval s a + eval s b
  end.
(* vmcts: end *)
Example eval_const : forall s n, eval s (Const n) = n.
Proof. reflexivity. Qed.

Example eval_var : forall s x, eval s (Var x) = s x.
Proof. reflexivity. Qed.

Example eval_add : forall s a b, eval s (Add a b) = eval s a + eval s b.
Proof. reflexivity. Qed.
(* vmcts: hole *)
Fixpoint optimize (e : expr) : expr :=
  match e with
  | Const n => Const n
  | Var x => Var x
  | Add a b =>
    match optimize a, optimize b with
    | Const 0, c => c
    | c, Const 0 => c
    | c, d => Add c d
    end
  end.
(* vmcts: end *)
Example optimize_const : forall n, optimize (Const n) = Const n.
Proof. reflexivity. Qed.

Example optimize_var : forall x, optimize (Var x) = Var x.
Proof. reflexivity. Qed.

Example optimize_left : forall a b, optimize a = Const 0 -> optimize (Add a b) = optimize b.
Proof.
  intros a b H. simpl.
  destruct (optimize a) as [[|n]|x|c d]; destruct (optimize b) as [[|m]|y|e f];
    simpl in *; congruence.
Qed.

Example optimize_right : forall a b, optimize b = Const 0 -> optimize (Add a b) = optimize a.
Proof.
  intros a b H. simpl.
  destruct (optimize a) as [[|n]|x|c d]; destruct (optimize b) as [[|m]|y|e f];
    simpl in *; congruence.
Qed.

Example optimize_add : forall a b, optimize a <> Const 0 -> optimize b <> Const 0 ->
  optimize (Add a b) = Add (optimize a) (optimize b).
Proof.
  intros a b H G. simpl.
  destruct (optimize a) as [[|n]|x|c d]; destruct (optimize b) as [[|m]|y|e f];
    simpl in *; congruence.
Qed.

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
