(*---
title: "refused: 'Restart' is not allowed"
---*)
Theorem target : forall n : nat, n = 0.
(* vmcts: hole *)
Proof. Restart. Admitted.
(* vmcts: end *)
