(*---
title: "refused: functional_extensionality_dep"
---*)
Require Import FunctionalExtensionality.
Theorem target : forall f g : nat -> nat, (forall x, f x = g x) -> f = g.
(* vmcts: hole *)
Proof. intros. apply functional_extensionality. auto. Qed.
(* vmcts: end *)
