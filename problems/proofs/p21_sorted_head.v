(*---
title: The head of a sorted list
spec: |
  Prove that the head of a sorted list is at most every element behind it.
hints: ["Induction on l with x not fixed, cases on the rest."]
budget: {tokens: 20000, minutes: 5}
---*)
Require Import List Lia.
Import ListNotations.

Inductive sorted : list nat -> Prop :=
  | sorted_nil : sorted []
  | sorted_one : forall x, sorted [x]
  | sorted_more : forall x y l, x <= y -> sorted (y :: l) -> sorted (x :: y :: l).

Theorem sorted_head : forall l x y, sorted (x :: l) -> In y l -> x <= y.
(* vmcts: hole *)
Proof.
  induction l; intros x y H G.
  - destruct G.
  - inversion H. subst. destruct G as [G|G].
    + lia.
    + specialize (IHl a y H4 G). lia.
Qed.
(* vmcts: end *)
