(*---
title: Sum of the first odd numbers
spec: Prove that odds n = n * n.
---*)
Require Import Arith Lia.
Fixpoint odds (n : nat) : nat :=
  match n with
  | 0 => 0
  | S k => odds k + (2 * k + 1)
  end.
Theorem odds_square : forall n : nat, odds n = n * n.
(* vmcts: hole *)
Proof.
induction n.
- reflexivity.
- simpl odds.
  rewrite IHn.
  lia.
Qed.
(* vmcts: end *)
