(*---
title: accepted
---*)
(* vmcts: hole *)
Fixpoint ev (n : nat) : bool := match n with O => true | S m => od m end
with od (n : nat) : bool := match n with O => false | S m => ev m end.
(* vmcts: end *)
Theorem ev_od : forall n, ev n = negb (od n).
(* vmcts: hole *) Proof. induction n; simpl; [reflexivity |]. rewrite IHn. destruct (od n); reflexivity. Qed. (* vmcts: end *)
