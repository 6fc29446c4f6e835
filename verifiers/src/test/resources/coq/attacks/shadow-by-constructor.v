(*---
title: "refused: new meaning to 'True'"
---*)
(* vmcts: hole *)
Inductive truth : Type := True. Definition f := True.
(* vmcts: end *)
Theorem target : f = True.
Proof. reflexivity. Qed.
