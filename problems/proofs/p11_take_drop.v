(*---
title: Taking and dropping
spec: |
  Prove that what is taken and what is dropped make the list, and that take n l is no longer than n.
hints: ["Induction on n, cases on l."]
budget: {tokens: 20000, minutes: 5}
---*)
Require Import List Lia.
Import ListNotations.

Fixpoint take (n : nat) (l : list nat) : list nat :=
  match n, l with
  | S m, x :: r => x :: take m r
  | _, _ => []
  end.

Fixpoint drop (n : nat) (l : list nat) : list nat :=
  match n, l with
  | S m, _ :: r => drop m r
  | _, _ => l
  end.

Theorem take_drop : forall n l, take n l ++ drop n l = l.
(* vmcts: hole *)
Proof.
  induction n; intros l; destruct l; simpl; try reflexivity.
  rewrite IHn. reflexivity.
Qed.
(* vmcts: end *)
Theorem take_length : forall n l, length (take n l) <= n.
(* vmcts: hole *)
Proof.
  induction n; intros l; destruct l; simpl; try lia.
  specialize (IHn l). lia.
Qed.
(* vmcts: end *)
