(*---
title: Rearranged lists
spec: |
  Prove that a rearranged list has the same elements, the same length, and that rearranging can be undone.
hints: ["Induction on the hypothesis each time."]
budget: {tokens: 20000, minutes: 5}
---*)
Require Import List.
Import ListNotations.

Inductive perm : list nat -> list nat -> Prop :=
  | perm_nil : perm [] []
  | perm_skip : forall x l k, perm l k -> perm (x :: l) (x :: k)
  | perm_swap : forall x y l, perm (x :: y :: l) (y :: x :: l)
  | perm_trans : forall l k m, perm l k -> perm k m -> perm l m.

Theorem perm_length : forall l k, perm l k -> length l = length k.
(* vmcts: hole *)
Proof.
  intros l k H. induction H; simpl.
  - reflexivity.
  - rewrite IHperm. reflexivity.
  - reflexivity.
  - rewrite IHperm1. apply IHperm2.
Qed.
(* vmcts: end *)
Theorem perm_sym : forall l k, perm l k -> perm k l.
(* vmcts: hole *)
Proof.
  intros l k H. induction H.
  - apply perm_nil.
  - apply perm_skip. apply IHperm.
  - apply perm_swap.
  - apply (perm_trans m k l); auto.
Qed.
(* vmcts: end *)
Theorem perm_in : forall x l k, perm l k -> In x l -> In x k.
(* vmcts: hole *)
Proof.
  intros x l k H. induction H; simpl; intros G.
  - apply G.
  - destruct G as [G|G]; auto.
  - tauto.
  - apply IHperm2. apply IHperm1. apply G.
Qed.
(* vmcts: end *)
