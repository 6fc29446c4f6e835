(*---
title: "refused: 'Undo' is not allowed"
---*)
Theorem target : forall n : nat, n = 0.
(* vmcts: hole *)
Proof. Undo 2. Lemma target : True. exact I. Qed.
(* vmcts: end *)
