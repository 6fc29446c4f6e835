(*---
title: "refused: new meaning to 'le_ind'"
---*)
(* vmcts: hole *)
Inductive le' := L. Definition le_ind := 3.
(* vmcts: end *)
Theorem target : le_ind = le_ind.
Proof. reflexivity. Qed.
