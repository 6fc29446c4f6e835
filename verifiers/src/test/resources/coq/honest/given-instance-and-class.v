(*---
title: accepted
---*)
Class Monoid (A : Type) := { op : A -> A -> A; e : A }.
Instance nat_monoid : Monoid nat := { op := plus; e := 0 }.
Theorem op_e : forall n : nat, op n e = n.
(* vmcts: hole *) Proof. induction n; simpl in *; auto. Qed. (* vmcts: end *)
