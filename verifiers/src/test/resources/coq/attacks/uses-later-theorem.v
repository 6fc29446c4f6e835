(*---
title: "refused: not found"
---*)
Theorem target : 1 = 1 /\ True.
(* vmcts: hole *) Proof. exact later. Qed. (* vmcts: end *)
Theorem later : 1 = 1 /\ True. Proof. split; auto. Qed.
