(*---
title: Counting what is on a stack
spec: Define amount, with amount Bottom = 0, amount (Over x s) = 1 + amount s. Prove that amount s <= weight s.
---*)
Require Import Arith Lia.
Inductive pile : Type :=
| Bottom
| Over : nat -> pile -> pile.
Fixpoint weight (s : pile) : nat :=
  match s with
  | Bottom => 0
  | Over x r => S x + weight r
  end.
(* vmcts: hole *)
Fixpoint amount (s : pile) : nat :=
  match s with
  | Bottom => 0
  | Over _ r => 1 + amount r
  end.
(* vmcts: end *)
Example amount_0 : amount Bottom = 0.
Proof. reflexivity. Qed.
Lemma amount_1 : forall (x : nat) (s : pile), amount (Over x s) = 1 + amount s.
Proof. reflexivity. Qed.
Theorem amount_weight : forall s : pile, amount s <= weight s.
(* vmcts: hole *)
Proof.
induction s.
- simpl.
  lia.
- simpl.
  lia.
Qed.
(* vmcts: end *)
