(*---
title: "refused: par:"
---*)
Theorem target : forall n : nat, n = 0.
(* vmcts: hole *)
Proof. par: auto. Qed.
(* vmcts: end *)
