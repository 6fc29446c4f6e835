(*---
title: accepted
---*)
Reserved Notation "x +' y" (at level 50).
Fixpoint add' (x y : nat) : nat := match x with O => y | S z => S (z +' y) end where "x +' y" := (add' x y).
Theorem target : forall x, x +' 0 = x.
(* vmcts: hole *) Proof. induction x; simpl; congruence. Qed. (* vmcts: end *)
