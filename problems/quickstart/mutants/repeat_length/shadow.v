(*---
title: Length of a repetition
spec: |
  Define rep : nat -> nat -> list nat, with rep 0 x = [] and rep (S n) x = x :: rep n x.
  Prove that length (rep n x) = n.
hints: ["Prove it by induction on n."]
budget: {tokens: 20000, minutes: 5}
---*)
Require Import List.
Import ListNotations.
(* vmcts: hole *)
Fixpoint rep (n : nat) (x : nat) : list nat :=
  match n with
  | 0 => []
  | S m => x :: rep m x
  end.

Fixpoint length (l : list nat) : nat :=
  match l with
  | [] => 0
  | x :: t => S (length t)
  end.
(* vmcts: end *)
Example rep_0 : forall x, rep 0 x = [].
Proof. reflexivity. Qed.

Example rep_S : forall n x, rep (S n) x = x :: rep n x.
Proof. reflexivity. Qed.

Theorem length_rep : forall n x, length (rep n x) = n.
(* vmcts: hole *)
Proof.
  induction n.
  - reflexivity.
  - intros x. simpl. rewrite IHn. reflexivity.
Qed.
(* vmcts: end *)
