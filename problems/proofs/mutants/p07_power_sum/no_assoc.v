(*---
title: Powers of a sum
spec: |
  Prove that power b (n + m) = power b n * power b m.
hints: ["Induction on n."]
budget: {tokens: 20000, minutes: 5}
---*)
Require Import Arith.

Fixpoint power (b n : nat) : nat :=
  match n with
  | 0 => 1
  | S m => b * power b m
  end.

Theorem power_sum : forall b n m, power b (n + m) = power b n * power b m.
(* vmcts: hole *)
Proof.
  induction n; intros m; simpl.
  - rewrite Nat.add_0_r. reflexivity.
  - rewrite IHn. reflexivity.
Qed.
(* vmcts: end *)
