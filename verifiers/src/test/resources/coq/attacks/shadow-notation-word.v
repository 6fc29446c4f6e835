(*---
title: "refused: new meaning to 'app'"
---*)
Notation "x +++ y" := (app x y) (at level 60).
(* vmcts: hole *)
Definition app (a b : nat) := 0.
(* vmcts: end *)
Notation "x *** y" := (app x y) (at level 60).
Theorem target : forall x y, x *** y = 0.
(* vmcts: hole *) Proof. reflexivity. Qed. (* vmcts: end *)
