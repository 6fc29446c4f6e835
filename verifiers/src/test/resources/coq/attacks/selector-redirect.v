(*---
title: "refused: starts neither"
---*)
Theorem target : forall n : nat, n = 0.
(* vmcts: hole *)
Proof. 1: Redirect "x" Print nat. Qed.
(* vmcts: end *)
