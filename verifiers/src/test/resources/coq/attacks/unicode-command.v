(*---
title: "refused: U+"
---*)
Theorem target : forall n : nat, n = 0.
(* vmcts: hole *)
Proof. ℘Admitted. Qed.
(* vmcts: end *)
