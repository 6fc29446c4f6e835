(*---
title: The sum of odd numbers
spec: |
  Prove that the sum of the first n odd numbers is n * n.
hints: ["Induction on n; lia closes both cases after simpl."]
budget: {tokens: 20000, minutes: 5}
---*)
Require Import Lia.

Fixpoint odds (n : nat) : nat :=
  match n with
  | 0 => 0
  | S m => S (2 * m) + odds m
  end.

Theorem odds_square : forall n, odds n = n * n.
(* vmcts: hole *)
Proof.
  induction n.
  - reflexivity.
  - simpl. rewrite IHn. lia.
Qed.
(* vmcts: end *)
