(*---
title: accepted
---*)
Module M.
Theorem target : True.
(* vmcts: hole *) Proof. exact I. Qed. (* vmcts: end *)
End M.
