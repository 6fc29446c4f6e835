(*---
title: "refused: Qed exporting"
---*)
Theorem target : True.
(* vmcts: hole *) Proof. exact I. Qed exporting. (* vmcts: end *)
