(*---
title: "refused: nothing is proven"
---*)
(* vmcts: hole *)
Theorem free : True. Proof. exact I. Qed.
(* vmcts: end *)
