(*---
title: "refused: switched-off check"
---*)
Unset Guard Checking.
Fixpoint loop (n : nat) : False := loop n.
Set Guard Checking.
Theorem target : False.
(* vmcts: hole *)
Proof. exact (loop 0). Qed.
(* vmcts: end *)
