(*---
title: "refused: white space in front"
---*)
Theorem target : forall n : nat, n = 0.
(* vmcts: hole *)
Proof. intros(* x *). Admitted.
(* vmcts: end *)
