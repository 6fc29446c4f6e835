(*---
title: TITLE
spec: |
  Define twice : nat -> nat, with twice 0 = 0 and twice (S n) = S (S (twice n)). Prove that twice n = n + n.
hints: ["Prove it by induction on n with lia."]
budget: {tokens: 20000, minutes: 5}
---*)
Require Import Lia.
(* vmcts: hole *)
Fixpoint twice (n : nat) : nat :=
  match n with
  | 0 => 0
  | S m => S (S (twice m))
  end.
(* vmcts: end *)
Example twice_0 : twice 0 = 0.
Proof. reflexivity. Qed.

Example twice_S : forall n, twice (S n) = S (S (twice n)).
Proof. reflexivity. Qed.

Theorem twice_plus : forall n, twice n = n + n.
(* vmcts: hole *)
Proof.
  induction n; simpl; lia.
Qed.
(* vmcts: end *)
