(*---
title: "refused: Recursive"
---*)
Theorem target : forall n : nat, n = 0.
(* vmcts: hole *)
Proof. fix IH 1. exact IH. Qed.
(* vmcts: end *)
