(*---
title: "refused: new meaning to 'gt'"
---*)
Theorem one : True.
(* vmcts: hole *)
Proof. exact I. Qed. Definition gt (a b : nat) := True.
(* vmcts: end *)
Theorem target : forall n : nat, gt n n.
(* vmcts: hole *)
Proof. intros; exact I. Qed.
(* vmcts: end *)
