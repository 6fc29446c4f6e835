(*---
title: "refused: Nested proofs"
---*)
Theorem target : forall n : nat, n = 0.
(* vmcts: hole *) Theorem target' : True. Proof. exact I. Qed. (* vmcts: end *)
