(*---
title: Division with remainder
spec: |
  Prove that every number is q * S d + r with r at most d.
hints: ["Induction on n; if r is d the next quotient begins."]
budget: {tokens: 20000, minutes: 5}
---*)
Require Import Arith Lia.

Theorem quotient : forall d n, exists q r, n = q * S d + r /\ r <= d.
(* vmcts: hole *)
Proof.
  intros d n. exists 0, n. lia.
Qed.
(* vmcts: end *)
