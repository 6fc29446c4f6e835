(*---
title: accepted
---*)
Require Import Arith Lia.
(* vmcts: hole *)
Fixpoint fac (n : nat) : nat := match n with O => 1 | S m => n * fac m end. Lemma helper : forall n, n >= 0. Proof. intros. lia. Qed.
(* vmcts: end *)
Example fac_base : fac 0 = 1. Proof. reflexivity. Qed.
Theorem fac_positive : forall n, fac n > 0.
(* vmcts: hole *)
Proof.
  induction n as [| n IH].
  - simpl. lia.
  - simpl. (* step *)
    assert (H : 0 <= n * fac n) by apply helper.
    lia.
Qed.

Lemma more : fac 3 = 6. Proof. reflexivity. Qed.
(* vmcts: end *)
