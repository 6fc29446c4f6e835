(*---
title: "refused: new meaning to 'le'"
---*)
Require Import List.
(* vmcts: hole *)
Definition f (l : list nat) : list nat := nil. Definition le (a b : nat) := True. Lemma f_spec : forall l : list nat, le (length l) (length (f l)). Proof. intros; exact I. Qed.
(* vmcts: end *)
Theorem target : forall (x : nat) (l : list nat), In x l -> le (length l) (length (f l)).
Proof. intros x l H. apply f_spec. Qed.
