(*---
title: accepted
---*)
Require Import ZArith.
Open Scope Z_scope.
Inductive even : Z -> Prop := even_0 : even 0 | even_2 : forall n, even n -> even (n + 2).
Theorem target : even 4.
(* vmcts: hole *) Proof. apply (even_2 2). apply (even_2 0). exact even_0. Qed. (* vmcts: end *)
