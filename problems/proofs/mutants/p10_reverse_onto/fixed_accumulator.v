(*---
title: Reversing with an accumulator
spec: |
  Prove that onto l k is the reverse of l in front of k.
hints: ["Induction on l, with k not introduced before; app_assoc."]
budget: {tokens: 20000, minutes: 5}
---*)
Require Import List.
Import ListNotations.

Fixpoint onto (l k : list nat) : list nat :=
  match l with
  | [] => k
  | x :: r => onto r (x :: k)
  end.

Theorem onto_rev : forall l k, onto l k = rev l ++ k.
(* vmcts: hole *)
Proof.
  intros l k. induction l; simpl.
  - reflexivity.
  - rewrite IHl. rewrite <- app_assoc. reflexivity.
Qed.
(* vmcts: end *)
