(*---
title: "refused: Defined other"
---*)
Theorem target : forall n : nat, n = 0.
(* vmcts: hole *)
Proof. intros. Defined other.
(* vmcts: end *)
