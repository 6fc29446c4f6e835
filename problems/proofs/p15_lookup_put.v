(*---
title: A map that is a list of pairs
spec: |
  Prove that what was put under a key is found there, and that other keys keep their values.
hints: ["Unfold put; Nat.eqb_refl, and Nat.eqb_neq for the other key."]
budget: {tokens: 20000, minutes: 5}
---*)
Require Import Arith List.
Import ListNotations.

Fixpoint lookup (k : nat) (m : list (nat * nat)) : option nat :=
  match m with
  | [] => None
  | (j, v) :: r => if k =? j then Some v else lookup k r
  end.

Fixpoint put (k v : nat) (m : list (nat * nat)) : list (nat * nat) :=
  match m with
  | [] => [(k, v)]
  | (j, w) :: r => if k =? j then (k, v) :: r else (j, w) :: put k v r
  end.

Theorem lookup_put : forall k v m, lookup k (put k v m) = Some v.
(* vmcts: hole *)
Proof.
  induction m as [|[j w] r]; simpl.
  - rewrite Nat.eqb_refl. reflexivity.
  - destruct (k =? j) eqn:E; simpl.
    + rewrite Nat.eqb_refl. reflexivity.
    + rewrite E. apply IHr.
Qed.
(* vmcts: end *)
Theorem lookup_other : forall k i v m, i <> k -> lookup i (put k v m) = lookup i m.
(* vmcts: hole *)
Proof.
  intros k i v m H. apply Nat.eqb_neq in H.
  induction m as [|[j w] r]; simpl.
  - rewrite H. reflexivity.
  - destruct (Nat.eqb_spec k j) as [E|E]; simpl.
    + rewrite <- E. rewrite H. reflexivity.
    + rewrite IHr. reflexivity.
Qed.
(* vmcts: end *)
