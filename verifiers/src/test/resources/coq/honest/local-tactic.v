(*---
title: accepted
---*)
Theorem target : True /\ (True /\ True).
(* vmcts: hole *)
Proof. repeat split. Qed.
Ltac crush := repeat match goal with |- _ /\ _ => split end; auto.
Lemma more : True /\ True. Proof. crush. Qed.
(* vmcts: end *)
