(*---
title: "refused: psatz"
---*)
Require Import Psatz.
Theorem target : forall n : nat, n = 0.
(* vmcts: hole *)
Proof. intros; psatz nat 2. Qed.
(* vmcts: end *)
