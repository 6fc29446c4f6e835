(*---
title: Absorption of booleans
spec: |
  Prove that a && (a || (b && negb a)) = a.
hints: ["Cases on a and b."]
budget: {tokens: 20000, minutes: 5}
---*)
Require Import Bool.
Open Scope bool_scope.

Theorem absorption : forall a b : bool, a && (a || (b && negb a)) = a.
(* vmcts: hole *)
Proof.
  intros a b. destruct b; reflexivity.
Qed.
(* vmcts: end *)
