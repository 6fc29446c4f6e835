(*---
title: "refused: Proof Mode"
---*)
Theorem target : True.
(* vmcts: hole *) Proof Mode "Noedit". Proof. exact I. Qed. (* vmcts: end *)
