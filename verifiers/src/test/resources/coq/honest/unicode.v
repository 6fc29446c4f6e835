(*---
title: accepted
---*)
Theorem target : forall n : nat, n = n.
(* vmcts: hole *) Proof. intros α. (* ∀ é *) reflexivity. Qed. (* vmcts: end *)
