(*---
title: The elements of a tree
spec: |
  Prove that a number is in the list of a tree just when it occurs in the tree.
hints: ["Induction on t; in_app_iff, then tauto."]
budget: {tokens: 20000, minutes: 5}
---*)
Require Import List.
Import ListNotations.

Inductive tree : Type :=
  | Leaf : tree
  | Node : tree -> nat -> tree -> tree.

Fixpoint occurs (x : nat) (t : tree) : Prop :=
  match t with
  | Leaf => False
  | Node l v r => v = x \/ occurs x l \/ occurs x r
  end.

Fixpoint elements (t : tree) : list nat :=
  match t with
  | Leaf => []
  | Node l v r => elements l ++ v :: elements r
  end.

Theorem elements_occur : forall x t, In x (elements t) <-> occurs x t.
(* vmcts: hole *)
Proof.
  auto.
Qed.
(* vmcts: end *)
