(*---
title: accepted
---*)
Goal forall n : nat, n = n.
(* vmcts: hole *) Proof. reflexivity. Qed. (* vmcts: end *)
Goal True.
(* vmcts: hole *) Proof. exact I. Qed. (* vmcts: end *)
