(*---
title: "refused: new meaning to 'length'"
---*)
Require Import List.
(* vmcts: hole *)
Definition f (l : list nat) : list nat := nil. Definition length (l : list nat) : nat := 0. Lemma f_spec : forall l : list nat, le (length l) (length (f l)). Proof. intros; apply le_n. Qed.
(* vmcts: end *)
Theorem target : forall (x : nat) (l : list nat), In x l -> le (length l) (length (f l)).
Proof. intros x l H. apply f_spec. Qed.
