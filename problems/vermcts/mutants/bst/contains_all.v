(*---
title: Insertion into a binary search tree
spec: |
  Define contains : nat -> tree -> Prop, which never holds for Leaf, and for Node l v r if x = v or contains x l
  or contains x r.
  Define bst : nat -> nat -> tree -> Prop, which always holds for Leaf, and bst lo hi (Node l v r) if lo < v < hi
  and bst lo v l and bst v hi r.
  Define insert : nat -> tree -> tree. Prove that it puts x in, keeps what was there, adds nothing else, and keeps
  bst for bounds with x between them.
hints: ["insert matches on x ?= v.", "Prove each by induction on t; destruct (Nat.compare_spec x n) makes the three cases."]
budget: {tokens: 20000, minutes: 6}
---*)
Require Import Arith Lia.

Inductive tree : Type :=
  | Leaf : tree
  | Node : tree -> nat -> tree -> tree.
(* vmcts: hole *)
Definition contains (x : nat) (t : tree) : Prop := True.
(* vmcts: end *)
Example contains_leaf : forall x, ~ contains x Leaf.
Proof. cbv. tauto. Qed.

Example contains_node : forall x l v r,
  contains x (Node l v r) <-> x = v \/ contains x l \/ contains x r.
Proof. simpl. intuition lia. Qed.
(* vmcts: hole *)
Fixpoint bst (lo hi : nat) (t : tree) : Prop :=
  match t with
  | Leaf => True
  | Node l v r => lo < v /\ v < hi /\ bst lo v l /\ bst v hi r
  end.
(* vmcts: end *)
Example bst_leaf : forall lo hi, bst lo hi Leaf.
Proof. cbv. auto. Qed.

Example bst_node : forall lo hi l v r,
  bst lo hi (Node l v r) <-> lo < v < hi /\ bst lo v l /\ bst v hi r.
Proof. simpl. intuition lia. Qed.
(* vmcts: hole *)
Fixpoint insert (x : nat) (t : tree) : tree :=
  match t with
  | Leaf => Node Leaf x Leaf
  | Node l v r =>
    match x ?= v with
    | Lt => Node (insert x l) v r
    | Gt => Node l v (insert x r)
    | Eq => Node l v r
    end
  end.
(* vmcts: end *)
Theorem insert_new : forall x t, contains x (insert x t).
(* vmcts: hole *)
Proof.
  induction t; simpl.
  - auto.
  - destruct (Nat.compare_spec x n); simpl; auto.
Qed.
(* vmcts: end *)
Theorem insert_old : forall x y t, contains y t -> contains y (insert x t).
(* vmcts: hole *)
Proof.
  induction t; simpl; intros H.
  - auto.
  - destruct (Nat.compare_spec x n); simpl; tauto.
Qed.
(* vmcts: end *)
Theorem insert_only : forall x y t, contains y (insert x t) -> y = x \/ contains y t.
(* vmcts: hole *)
Proof.
  induction t; simpl; intros H.
  - tauto.
  - destruct (Nat.compare_spec x n); simpl in H; tauto.
Qed.
(* vmcts: end *)
Theorem insert_bst : forall x t lo hi, lo < x < hi -> bst lo hi t -> bst lo hi (insert x t).
(* vmcts: hole *)
Proof.
  induction t; simpl; intros lo hi H B.
  - lia.
  - destruct B as [B1 [B2 [B3 B4]]].
    destruct (Nat.compare_spec x n); simpl; repeat split; auto.
    + apply IHt1; auto. lia.
    + apply IHt2; auto. lia.
Qed.
(* vmcts: end *)
