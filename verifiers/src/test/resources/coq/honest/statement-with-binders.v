(*---
title: accepted
---*)
Require Import List.
Theorem target {A : Type} (l : list A) (n := length l) : n = length (rev l).
(* vmcts: hole *) Proof. unfold n. symmetry. apply rev_length. Qed. (* vmcts: end *)
