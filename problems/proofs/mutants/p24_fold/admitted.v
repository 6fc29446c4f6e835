(*---
title: Folding from the left and from the right
spec: |
  Prove that summing with an accumulator gives the sum, whatever the accumulator is.
hints: ["Induction on l with a not fixed, then lia."]
budget: {tokens: 20000, minutes: 5}
---*)
Require Import List Lia.
Import ListNotations.

Fixpoint total (l : list nat) : nat :=
  match l with
  | [] => 0
  | x :: r => x + total r
  end.

Fixpoint total_from (a : nat) (l : list nat) : nat :=
  match l with
  | [] => a
  | x :: r => total_from (x + a) r
  end.

Lemma total_from_any : forall l a, total_from a l = a + total l.
(* vmcts: hole *)
Proof.
  induction l; intros b; simpl.
  - lia.
  - rewrite IHl. lia.
Qed.
(* vmcts: end *)
Theorem total_rev : forall l, total_from 0 (rev l) = total l.
(* vmcts: hole *)
Proof.
Admitted.
(* vmcts: end *)
