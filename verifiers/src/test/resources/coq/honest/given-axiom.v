(*---
title: accepted
---*)
Axiom P : nat -> Prop.
Axiom P0 : P 0.
Theorem target : exists n, P n.
(* vmcts: hole *) Proof. exists 0. exact P0. Qed. (* vmcts: end *)
