(*---
title: "refused: 'admit' is not allowed"
---*)
Theorem target : forall n : nat, n = 0.
(* vmcts: hole *)
Proof. intros. admit. Qed.
(* vmcts: end *)
