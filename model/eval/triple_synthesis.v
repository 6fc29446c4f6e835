(*---
title: Three times, by recursion
spec: Define triple, with triple 0 = 0, triple (S k) = S (S (S (triple k))). Prove that triple n = 3 * n.
---*)
Require Import Arith Lia.
(* vmcts: hole *)
Fixpoint triple (n : nat) : nat :=
  match n with
  | 0 => 0
  | S k => S (S (S (triple k)))
  end.
(* vmcts: end *)
Example triple_0 : triple 0 = 0.
Proof. reflexivity. Qed.
Lemma triple_S : forall k : nat, triple (S k) = S (S (S (triple k))).
Proof. reflexivity. Qed.
Theorem triple_times : forall n : nat, triple n = 3 * n.
(* vmcts: hole *)
Proof.
induction n.
- reflexivity.
- simpl.
  lia.
Qed.
(* vmcts: end *)
