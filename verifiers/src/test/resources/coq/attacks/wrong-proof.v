(*---
title: "refused: witness"
---*)
Require Import Lia.
Theorem target : forall n : nat, n = 0.
(* vmcts: hole *)
Proof. intros. lia. Qed.
(* vmcts: end *)
