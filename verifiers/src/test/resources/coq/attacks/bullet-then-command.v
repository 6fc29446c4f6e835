(*---
title: "refused: 'Admitted' is not allowed"
---*)
Theorem target : True.
(* vmcts: hole *) Proof. - Admitted. (* vmcts: end *)
