(*---
title: "refused: inconsistency"
---*)
Definition U := Type.
Theorem target : forall n : nat, n = 0.
(* vmcts: hole *)
Proof. exact (fun n => match (U : U) with _ => eq_refl end). Qed.
(* vmcts: end *)
