(*---
title: "refused: change_no_check"
---*)
Theorem target : forall n : nat, n = 0.
(* vmcts: hole *)
Proof. intros n. change_no_check (0 = 0). reflexivity. Qed.
(* vmcts: end *)
