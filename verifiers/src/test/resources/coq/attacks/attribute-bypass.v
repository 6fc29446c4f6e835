(*---
title: "refused: attributes"
---*)
Require Import Arith Lia.
(* vmcts: hole *)
#[bypass_check(guard)] Fixpoint fac (n : nat) : nat := S (fac n).
(* vmcts: end *)
Example fac_base : fac 0 = 1. Proof. reflexivity. Qed.
Theorem fac_positive : forall n, fac n > 0.
(* vmcts: hole *)
Proof. induction n; simpl; lia. Qed.
(* vmcts: end *)
