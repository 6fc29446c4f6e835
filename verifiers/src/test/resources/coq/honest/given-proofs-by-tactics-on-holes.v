(*---
title: accepted
---*)
Require Import Arith.
(* vmcts: hole *) Inductive op := Add | Mul.
Definition run (o : op) (a b : nat) := match o with Add => a + b | Mul => a * b end. (* vmcts: end *)
Lemma run_comm : forall o a b, run o a b = run o b a.
Proof. intros o a b. destruct o; unfold run; [apply Nat.add_comm | apply Nat.mul_comm]. Qed.
Definition is_add (o : op) := match o with Add => true | Mul => false end.
Lemma is_add_dec : forall o, {is_add o = true} + {is_add o = false}.
(* vmcts: hole *) Proof. intros []; [left | right]; reflexivity. Defined. (* vmcts: end *)
