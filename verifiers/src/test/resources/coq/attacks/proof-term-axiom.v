(*---
title: "refused: Proof a"
---*)
Theorem target : forall n : nat, n = 0.
(* vmcts: hole *)
Proof a.
(* vmcts: end *)
