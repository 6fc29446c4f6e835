(*---
title: "refused: 'Save' is not allowed"
---*)
Theorem target : forall n : nat, n = 0.
(* vmcts: hole *)
Proof. Save other.
(* vmcts: end *)
