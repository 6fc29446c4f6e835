(*---
title: Factorial is positive
spec: |
  Define fac : nat -> nat, with fac 0 = 1 and fac (S n) = S n * fac n. Prove that fac n > 0.
hints: ["Prove it by induction on n; lia closes both cases after simpl."]
budget: {tokens: 20000, minutes: 5}
---*)
Require Import Arith Lia.
(* vmcts: hole *)
Definition fac (n : nat) : nat := S n.
(* vmcts: end *)
Example fac_0 : fac 0 = 1.
Proof. reflexivity. Qed.

Example fac_S : forall n, fac (S n) = S n * fac n.
Proof. reflexivity. Qed.

Theorem fac_pos : forall n, fac n > 0.
(* vmcts: hole *)
Proof.
  intros n. unfold fac. lia.
Qed.
(* vmcts: end *)
