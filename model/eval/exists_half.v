(*---
title: A half
spec: Prove that twice k is even.
---*)
Require Import Arith Lia.
Theorem has_half : forall k : nat, exists h : nat, k + k = h * 2.
(* vmcts: hole *)
Proof.
intros k.
exists k.
lia.
Qed.
(* vmcts: end *)
