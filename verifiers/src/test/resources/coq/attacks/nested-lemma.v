(*---
title: "refused: Nested proofs"
---*)
Theorem target : True.
(* vmcts: hole *)
Lemma helper : True. Proof. exact I. Qed. exact I. Qed.
(* vmcts: end *)
