(*---
title: "refused: 'Axiom' is not allowed"
---*)
Theorem target : True.
(* vmcts: hole *) Proof. { Axiom a : False. } Qed. (* vmcts: end *)
