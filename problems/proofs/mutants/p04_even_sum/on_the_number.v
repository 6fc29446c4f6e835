(*---
title: The sum of even numbers
spec: |
  Prove that the sum of two numbers that are even in the sense of the inductive predicate is even.
hints: ["Induction on the first hypothesis."]
budget: {tokens: 20000, minutes: 5}
---*)
Inductive even : nat -> Prop :=
  | even_O : even 0
  | even_SS : forall n, even n -> even (S (S n)).

Theorem even_sum : forall n m, even n -> even m -> even (n + m).
(* vmcts: hole *)
Proof.
  intros n m H G. induction n; simpl.
  - apply G.
  - apply even_SS. apply IHn.
Qed.
(* vmcts: end *)
