(*---
title: Insertion sort
spec: |
  Define insert : nat -> list nat -> list nat, which puts a number into a sorted list, and sort : list nat -> list nat,
  with sort [] = [] and sort (x :: l) = insert x (sort l).
  Prove that count y (insert x l) = count y (x :: l), that insert keeps a list sorted, that sort l is sorted, and that
  count y (sort l) = count y l.
hints: ["insert asks x <=? y.", "Prove each by induction on l; destruct (Nat.leb_spec x a) makes the two cases of insert.", "For insert_sorted, look at the rest of the list too."]
budget: {tokens: 20000, minutes: 6}
---*)
Require Import Arith List Lia.
Import ListNotations.

Fixpoint sorted (l : list nat) : Prop :=
  match l with
  | [] => True
  | x :: r =>
    match r with
    | [] => True
    | y :: _ => x <= y /\ sorted r
    end
  end.

Fixpoint count (y : nat) (l : list nat) : nat :=
  match l with
  | [] => 0
  | x :: r => if x =? y then S (count y r) else count y r
  end.
(* vmcts: hole *)
Fixpoint insert (x : nat) (l : list nat) : list nat :=
  match l with
  | [] => [x]
  | y :: r => if y <=? x then x :: y :: r else y :: insert x r
  end.

Fixpoint sort (l : list nat) : list nat :=
  match l with
  | [] => []
  | x :: r => insert x (sort r)
  end.
(* vmcts: end *)
Example sort_nil : sort [] = [].
Proof. reflexivity. Qed.

Example sort_cons : forall x l, sort (x :: l) = insert x (sort l).
Proof. reflexivity. Qed.

Lemma insert_count : forall y x l, count y (insert x l) = count y (x :: l).
(* vmcts: hole *)
Proof.
  induction l; simpl.
  - reflexivity.
  - destruct (x <=? a); simpl.
    + reflexivity.
    + rewrite IHl. simpl. destruct (a =? y); destruct (x =? y); reflexivity.
Qed.
(* vmcts: end *)
Lemma insert_sorted : forall x l, sorted l -> sorted (insert x l).
(* vmcts: hole *)
Proof.
  induction l; simpl; intros H.
  - auto.
  - destruct (Nat.leb_spec x a); simpl.
    + auto.
    + destruct l; simpl in *.
      * split; [lia | auto].
      * destruct H as [H G]. specialize (IHl G).
        destruct (Nat.leb_spec x n); simpl in *; split; auto; lia.
Qed.
(* vmcts: end *)
Theorem sort_sorted : forall l, sorted (sort l).
(* vmcts: hole *)
Proof.
  induction l.
  - exact I.
  - apply insert_sorted. apply IHl.
Qed.
(* vmcts: end *)
Theorem sort_count : forall y l, count y (sort l) = count y l.
(* vmcts: hole *)
Proof.
  induction l.
  - reflexivity.
  - rewrite sort_cons. rewrite insert_count. simpl. rewrite IHl. reflexivity.
Qed.
(* vmcts: end *)
