(*---
title: accepted
---*)
Definition target : nat.
Proof.
(* vmcts: hole *) exact 3. Defined. (* vmcts: end *)
Lemma target_is : target = 3. Proof. reflexivity. Qed.
