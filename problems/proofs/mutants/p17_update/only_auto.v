(*---
title: Changing one place of a list
spec: |
  Prove that the changed place holds the new value, and that the length stays.
hints: ["Induction on l, with i not introduced before; cases on i."]
budget: {tokens: 20000, minutes: 5}
---*)
Require Import List Lia.
Import ListNotations.

Fixpoint update (i v : nat) (l : list nat) {struct l} : list nat :=
  match l, i with
  | [], _ => []
  | _ :: r, 0 => v :: r
  | x :: r, S j => x :: update j v r
  end.

Theorem nth_update : forall l i v d, i < length l -> nth i (update i v l) d = v.
(* vmcts: hole *)
Proof.
  induction l; intros i v d H; simpl in *.
  - lia.
  - destruct i; simpl.
    + reflexivity.
    + apply IHl. lia.
Qed.
(* vmcts: end *)
Theorem update_length : forall l i v, length (update i v l) = length l.
(* vmcts: hole *)
Proof.
  auto.
Qed.
(* vmcts: end *)
