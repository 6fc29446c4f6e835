(*---
title: Where an element of a map comes from
spec: |
  Prove that an element of map f l is f of an element of l.
hints: ["Induction on l; the hypothesis has two cases."]
budget: {tokens: 20000, minutes: 5}
---*)
Require Import List.
Import ListNotations.

Theorem from_map : forall (f : nat -> nat) l y, In y (map f l) -> exists x, In x l /\ y = f x.
(* vmcts: hole *)
Proof.
  induction l; simpl; intros y H.
  - destruct H.
  - destruct H as [H|H].
    + exists a. auto.
    + destruct (IHl y H) as [x [G E]]. exists x. auto.
Qed.
(* vmcts: end *)
