(*---
title: "refused: hole"
---*)
Definition f (n : nat) : nat := (* vmcts: hole *) n (* vmcts: end *).
Theorem target : f 0 = 0. Proof. reflexivity. Qed.
