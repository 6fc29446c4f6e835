(*---
title: "refused: new meaning to 'nat'"
---*)
Require Import List.
(* vmcts: hole *)
Inductive nat : Set := O. Definition f (l : list nat) := l. Lemma f_spec : forall l : list nat, le (length l) (length (f l)). Proof. intros; apply le_n. Qed.
(* vmcts: end *)
Theorem target : forall (x : nat) (l : list nat), In x l -> le (length l) (length (f l)).
Proof. intros x l H. apply f_spec. Qed.
