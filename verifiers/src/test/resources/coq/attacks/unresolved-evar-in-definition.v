(*---
title: "refused: Cannot infer"
---*)
(* vmcts: hole *) Definition f (n : nat) : nat := _. (* vmcts: end *)
Theorem target : f 0 = f 0. Proof. reflexivity. Qed.
