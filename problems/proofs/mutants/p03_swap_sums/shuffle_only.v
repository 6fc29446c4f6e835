(*---
title: Swapping sums
spec: |
  Prove that (a + b) + (c + d) = (d + b) + (c + a) with the laws of addition.
hints: ["Rewrite with Nat.add_comm; Nat.add_shuffle1 does the last step."]
budget: {tokens: 20000, minutes: 5}
---*)
Require Import Arith.

Theorem swap_sums : forall a b c d : nat, (a + b) + (c + d) = (d + b) + (c + a).
(* vmcts: hole *)
Proof.
  intros a b c d. apply Nat.add_shuffle1.
Qed.
(* vmcts: end *)
