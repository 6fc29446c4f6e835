(*---
title: Filtering makes no list longer
spec: |
  Prove that length (filter p l) <= length l.
hints: ["Induction on l, cases on p a, then lia."]
budget: {tokens: 20000, minutes: 5}
---*)
Require Import List Lia.
Import ListNotations.

Theorem filter_shorter : forall (p : nat -> bool) l, length (filter p l) <= length l.
(* vmcts: hole *)
Proof.
  induction l; simpl.
  - lia.
  - destruct (p a); simpl; lia.
Qed.
(* vmcts: end *)
