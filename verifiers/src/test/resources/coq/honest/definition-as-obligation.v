(*---
title: accepted
---*)
Definition eq_dec : forall x y : bool, {x = y} + {x <> y}.
(* vmcts: hole *) Proof. decide equality. Defined. (* vmcts: end *)
