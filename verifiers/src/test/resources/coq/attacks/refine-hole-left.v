(*---
title: "refused: incomplete proof"
---*)
Theorem target : forall n : nat, n = 0.
(* vmcts: hole *)
Proof. intros n. refine _. Qed.
(* vmcts: end *)
