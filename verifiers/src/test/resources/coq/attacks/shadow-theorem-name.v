(*---
title: "refused: already exists"
---*)
Lemma small : forall n : nat, n <= n.
(* vmcts: hole *) Proof. auto. Qed. Lemma big : True. Proof. exact I. Qed. (* vmcts: end *)
Theorem big : forall n : nat, n < S n.
(* vmcts: hole *) Proof. auto. Qed. (* vmcts: end *)
