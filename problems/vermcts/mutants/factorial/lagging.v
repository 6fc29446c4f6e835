(*---
title: Factorial is positive
spec: |
  Define fac : nat -> nat, with fac 0 = 1 and fac (S n) = S n * fac n.
  Prove that 0 < fac n.
hints: ["Prove it by induction on n; lia closes both cases after simpl."]
budget: {tokens: 20000, minutes: 6}
---*)
Require Import Arith Lia.
(* vmcts: hole *)
Fixpoint fac (n : nat) : nat :=
  match n with
  | 0 => 1
  | S m => m * fac m
  end.
(* vmcts: end *)
Example fac_0 : fac 0 = 1.
Proof. reflexivity. Qed.

Example fac_S : forall n, fac (S n) = S n * fac n.
Proof. reflexivity. Qed.

Theorem fac_pos : forall n, 0 < fac n.
(* vmcts: hole *)
Proof.
  induction n.
  - simpl. lia.
  - simpl. lia.
Qed.
(* vmcts: end *)
