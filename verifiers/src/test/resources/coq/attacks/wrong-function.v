(*---
title: "refused: Unable to unify"
---*)
Require Import Arith Lia.
(* vmcts: hole *)
Definition fac (n : nat) : nat := 0.
(* vmcts: end *)
Example fac_base : fac 0 = 1. Proof. reflexivity. Qed.
Theorem fac_positive : forall n, fac n > 0.
(* vmcts: hole *)
Proof. induction n; simpl; lia. Qed.
(* vmcts: end *)
