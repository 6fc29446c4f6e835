(*---
title: Parts of a list
spec: |
  Prove that being a part of a list is reflexive and transitive.
hints: ["For transitivity induct on the second hypothesis, with l not fixed; inversion of the first."]
budget: {tokens: 20000, minutes: 5}
---*)
Require Import List.
Import ListNotations.

Inductive part : list nat -> list nat -> Prop :=
  | part_nil : part [] []
  | part_skip : forall x l k, part l k -> part l (x :: k)
  | part_keep : forall x l k, part l k -> part (x :: l) (x :: k).

Theorem part_refl : forall l, part l l.
(* vmcts: hole *)
Proof.
  induction l.
  - apply part_nil.
  - apply part_keep. apply IHl.
Qed.
(* vmcts: end *)
Theorem part_trans : forall l k m, part l k -> part k m -> part l m.
(* vmcts: hole *)
Proof.
  intros l k m H G. induction G.
  - apply H.
  - apply part_skip. apply IHG. apply H.
  - apply part_skip. apply IHG. apply H.
Qed.
(* vmcts: end *)
