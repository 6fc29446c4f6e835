(*---
title: Reversing a list
spec: |
  Define reverse : list nat -> list nat, with reverse [] = [] and reverse (x :: l) = reverse l ++ [x].
  Prove that reverse (l ++ k) = reverse k ++ reverse l, that reverse (reverse l) = l, and that reverse l has the
  same elements as l.
hints: ["Prove each by induction on l.", "For the first, app_nil_r and app_assoc help; for the second, rewrite with the first; for the last, with in_app_iff."]
budget: {tokens: 20000, minutes: 6}
---*)
Require Import List.
Import ListNotations.
(* vmcts: hole *)
Fixpoint reverse (l : list nat) : list nat :=
  match l with
  | [] => []
  | x :: r => reverse r ++ [x]
  end.
(* vmcts: end *)
Example reverse_nil : reverse [] = [].
Proof. reflexivity. Qed.

Example reverse_cons : forall x l, reverse (x :: l) = reverse l ++ [x].
Proof. reflexivity. Qed.

Lemma reverse_app : forall l k, reverse (l ++ k) = reverse k ++ reverse l.
(* vmcts: hole *)
Abort.
Lemma reverse_app : forall l k, reverse (k ++ l) = reverse k ++ reverse l.
Admitted.
(* vmcts: end *)
Theorem reverse_twice : forall l, reverse (reverse l) = l.
(* vmcts: hole *)
Proof.
  induction l; simpl.
  - reflexivity.
  - rewrite reverse_app. rewrite IHl. reflexivity.
Qed.
(* vmcts: end *)
Theorem reverse_in : forall y l, In y (reverse l) <-> In y l.
(* vmcts: hole *)
Proof.
  induction l; simpl.
  - tauto.
  - rewrite in_app_iff. simpl. tauto.
Qed.
(* vmcts: end *)
