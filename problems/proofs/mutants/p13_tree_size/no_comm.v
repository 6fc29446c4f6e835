(*---
title: The size of a mirrored tree
spec: |
  Prove that a tree and its mirror image have the same number of leaves.
hints: ["Induction on t; then both hypotheses and lia."]
budget: {tokens: 20000, minutes: 5}
---*)
Require Import Lia.

Inductive tree : Type :=
  | Tip : nat -> tree
  | Fork : tree -> tree -> tree.

Fixpoint flip (t : tree) : tree :=
  match t with
  | Tip n => Tip n
  | Fork l r => Fork (flip r) (flip l)
  end.

Fixpoint tips (t : tree) : nat :=
  match t with
  | Tip _ => 1
  | Fork l r => tips l + tips r
  end.

Theorem tips_flip : forall t, tips (flip t) = tips t.
(* vmcts: hole *)
Proof.
  induction t; simpl.
  - reflexivity.
  - rewrite IHt1. rewrite IHt2. reflexivity.
Qed.
(* vmcts: end *)
