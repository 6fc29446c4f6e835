(*---
title: "refused: new meaning to 'x'"
---*)
Generalizable All Variables.
(* vmcts: hole *)
Definition x : nat := 0.
(* vmcts: end *)
Theorem target : `(x + y = y).
(* vmcts: hole *)
Proof. reflexivity. Qed.
(* vmcts: end *)
