(*---
title: "refused: starts neither"
---*)
Theorem target : True.
(* vmcts: hole *) Proof. all: Admitted. (* vmcts: end *)
