(*---
title: "refused: existential"
---*)
Theorem target : forall n : nat, n = 0.
(* vmcts: hole *)
Proof. intros n. shelve. Qed.
(* vmcts: end *)
