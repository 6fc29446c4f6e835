(*---
title: accepted
---*)
Theorem target : True /\ 1 = 1.
(* vmcts: hole *) Proof. split. 2: { reflexivity. } exact I. Qed. (* vmcts: end *)
