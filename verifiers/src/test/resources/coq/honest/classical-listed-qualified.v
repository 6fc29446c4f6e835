(*---
title: accepted
axioms: [Coq.Logic.Classical_Prop.classic]
---*)
Require Import Classical.
Theorem target : forall P : Prop, P \/ ~ P.
(* vmcts: hole *)
Proof. apply classic. Qed.
(* vmcts: end *)
