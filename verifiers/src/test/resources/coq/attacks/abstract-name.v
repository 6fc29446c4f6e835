(*---
title: "refused: abstract"
---*)
Require Import Arith Lia.
(* vmcts: hole *)
Fixpoint fac (n : nat) : nat := match n with O => 1 | S m => n * fac m end.
(* vmcts: end *)
Example fac_base : fac 0 = 1. Proof. reflexivity. Qed.
Theorem fac_positive : forall n, fac n > 0.
(* vmcts: hole *)
Proof. induction n; simpl; abstract lia using le. Qed.
(* vmcts: end *)
