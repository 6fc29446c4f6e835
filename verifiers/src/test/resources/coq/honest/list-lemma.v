(*---
title: accepted
---*)
Require Import List.
Import ListNotations.
Theorem target : forall (A : Type) (l : list A), rev (rev l) = l.
(* vmcts: hole *)
Proof.
  intros A.
  assert (rev_snoc : forall (l : list A) (x : A), rev (l ++ [x]) = x :: rev l).
  { induction l; intros; simpl; [reflexivity | rewrite IHl; reflexivity]. }
  induction l; simpl; [reflexivity |]. rewrite rev_snoc, IHl. reflexivity.
Qed.
(* vmcts: end *)
