(*---
title: Conjunction and disjunction
spec: Prove that P /\ (Q \/ R) gives (P /\ Q) \/ R.
---*)
Theorem and_or : forall P Q R : Prop, P /\ (Q \/ R) -> (P /\ Q) \/ R.
(* vmcts: hole *)
Proof.
intros P Q R H.
destruct H as [H1 H2].
destruct H2 as [H2 | H2].
- left.
  split.
  + assumption.
  + assumption.
- right.
  assumption.
Qed.
(* vmcts: end *)
