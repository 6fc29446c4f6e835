(*---
title: "refused: 'Abort' is not allowed"
---*)
Theorem target : forall n : nat, n = 0.
(* vmcts: hole *)
Lemma helper : forall n : nat, n = 0. Abort. Proof. Qed.
(* vmcts: end *)
