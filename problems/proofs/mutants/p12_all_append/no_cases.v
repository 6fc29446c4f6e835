(*---
title: All elements of an append
spec: |
  Prove that forallb p (l ++ k) = forallb p l && forallb p k.
hints: ["Induction on l, cases on p a."]
budget: {tokens: 20000, minutes: 5}
---*)
Require Import Bool List.
Import ListNotations.

Theorem all_append : forall (p : nat -> bool) l k, forallb p (l ++ k) = forallb p k && forallb p l.
(* vmcts: hole *)
Proof.
  induction l; intros k; simpl.
  - rewrite andb_true_r. reflexivity.
  - rewrite IHl. reflexivity.
Qed.
(* vmcts: end *)
