(*---
title: "refused: 'Admit' is not allowed"
---*)
Require Import Arith Lia.
(* vmcts: hole *)
Fixpoint fac (n : nat) : nat := match n with O => 1 | S m => n * fac m end.
Admit Obligations.
(* vmcts: end *)
Example fac_base : fac 0 = 1. Proof. reflexivity. Qed.
Theorem fac_positive : forall n, fac n > 0.
(* vmcts: hole *)
Proof. induction n; simpl; lia. Qed.
(* vmcts: end *)
