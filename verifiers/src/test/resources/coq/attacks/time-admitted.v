(*---
title: "refused: 'Time' is not allowed"
---*)
Theorem target : forall n : nat, n = 0.
(* vmcts: hole *)
Proof. Time Admitted.
(* vmcts: end *)
