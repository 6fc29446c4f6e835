(*---
title: "refused: pending"
---*)
Theorem target : forall n : nat, n = 0.
(* vmcts: hole *)

(* vmcts: end *)
