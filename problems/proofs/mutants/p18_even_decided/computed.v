(*---
title: Deciding evenness
spec: |
  Prove that the function that decides evenness agrees with the inductive predicate.
hints: ["For the first direction prove it for n and S n at once, or use strong induction."]
budget: {tokens: 20000, minutes: 5}
---*)
Require Import Lia.

Inductive even : nat -> Prop :=
  | even_O : even 0
  | even_SS : forall n, even n -> even (S (S n)).

Fixpoint evenb (n : nat) : bool :=
  match n with
  | 0 => true
  | 1 => false
  | S (S m) => evenb m
  end.

Theorem even_evenb : forall n, even n -> evenb n = true.
(* vmcts: hole *)
Proof.
  intros n H. reflexivity.
Qed.
(* vmcts: end *)
Theorem evenb_even : forall n, evenb n = true -> even n.
(* vmcts: hole *)
Proof.
  assert (A : forall n, (evenb n = true -> even n) /\ (evenb (S n) = true -> even (S n))).
  - induction n.
    + split; intros H.
      * apply even_O.
      * discriminate H.
    + destruct IHn as [A B]. split.
      * apply B.
      * intros H. apply even_SS. apply A. apply H.
  - intros n. apply A.
Qed.
(* vmcts: end *)
