(*---
title: Double is n + n
spec: |
  Define double : nat -> nat by recursion, with double 0 = 0 and double (S n) = S (S (double n)).
  Prove that double n = n + n.
hints: ["Prove it by induction on n; rewrite with the hypothesis, then lia."]
budget: {tokens: 20000, minutes: 5}
---*)
Require Import Lia.
(* vmcts: hole *)
Fixpoint double (n : nat) : nat :=
  match n with
  | 0 => 0
  | S m => S (S (double m))
  end.
(* vmcts: end *)
Example double_0 : double 0 = 0.
Proof. reflexivity. Qed.

Example double_S : forall n, double (S n) = S (S (double n)).
Proof. reflexivity. Qed.

Theorem double_plus : forall n, double n = n + n.
(* vmcts: hole *)
Proof.
  induction n.
  - reflexivity.
  - simpl. rewrite IHn. lia.
Qed.
(* vmcts: end *)
