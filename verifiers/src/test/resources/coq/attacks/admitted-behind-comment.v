(*---
title: "refused: 'Admitted' is not allowed"
---*)
Theorem target : forall n : nat, n = 0.
(* vmcts: hole *)
Proof. (* Qed. *) Admitted (* . *) .
(* vmcts: end *)
