(*---
title: Addition regroups
spec: Prove that a + (b + c) = c + (a + b).
---*)
Require Import Arith Lia.
Theorem regroup : forall a b c : nat, a + (b + c) = c + (a + b).
(* vmcts: hole *)
Proof.
intros.
lia.
Qed.
(* vmcts: end *)
