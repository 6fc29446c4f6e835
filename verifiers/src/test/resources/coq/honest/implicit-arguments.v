(*---
title: accepted
---*)
Set Implicit Arguments.
Definition const (A B : Type) (a : A) (b : B) : A := a.
(* vmcts: hole *) Definition twice (A : Type) (f : A -> A) (x : A) := f (f x). (* vmcts: end *)
Theorem twice_const : forall (a b : nat), twice (const a) b = a.
(* vmcts: hole *) Proof. reflexivity. Qed. (* vmcts: end *)
