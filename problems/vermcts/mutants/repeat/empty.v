(*---
title: A list of copies
spec: |
  Define copies : nat -> nat -> list nat, with copies x 0 = [] and copies x (S n) = x :: copies x n.
  Prove that length (copies x n) = n, and that every element of copies x n is x.
hints: ["Prove both by induction on n."]
budget: {tokens: 20000, minutes: 6}
---*)
Require Import List.
Import ListNotations.
(* vmcts: hole *)
Definition copies (x n : nat) : list nat := [].
(* vmcts: end *)
Example copies_0 : forall x, copies x 0 = [].
Proof. reflexivity. Qed.

Example copies_S : forall x n, copies x (S n) = x :: copies x n.
Proof. reflexivity. Qed.

Theorem copies_length : forall x n, length (copies x n) = n.
(* vmcts: hole *)
Proof.
  induction n.
  - reflexivity.
  - simpl. rewrite IHn. reflexivity.
Qed.
(* vmcts: end *)
Theorem copies_all : forall x n y, In y (copies x n) -> y = x.
(* vmcts: hole *)
Proof.
  simpl. tauto.
Qed.
(* vmcts: end *)
