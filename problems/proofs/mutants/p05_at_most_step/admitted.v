(*---
title: One step of an order
spec: |
  Prove that below n m implies below (S n) (S m) for the inductive order below.
hints: ["Induction on the hypothesis."]
budget: {tokens: 20000, minutes: 5}
---*)
Inductive below : nat -> nat -> Prop :=
  | below_same : forall n, below n n
  | below_next : forall n m, below n m -> below n (S m).

Theorem below_succ : forall n m, below n m -> below (S n) (S m).
(* vmcts: hole *)
Proof.
  intros n m H. induction H.
  - apply below_same.
  - apply below_next. apply IHbelow.
Qed.
(* vmcts: end *)
Theorem below_trans : forall n m k, below n m -> below m k -> below n k.
(* vmcts: hole *)
Proof.
Admitted.
(* vmcts: end *)
