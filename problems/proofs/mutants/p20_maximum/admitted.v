(*---
title: The largest element
spec: |
  Prove that largest l is at least each element, and that a list that is not empty contains it.
hints: ["Induction on l; Nat.max_spec for the second."]
budget: {tokens: 20000, minutes: 5}
---*)
Require Import Arith List Lia.
Import ListNotations.

Fixpoint largest (l : list nat) : nat :=
  match l with
  | [] => 0
  | x :: r => Nat.max x (largest r)
  end.

Theorem largest_bound : forall l x, In x l -> x <= largest l.
(* vmcts: hole *)
Proof.
  induction l; simpl; intros x H.
  - destruct H.
  - destruct H as [H|H].
    + lia.
    + specialize (IHl x H). lia.
Qed.
(* vmcts: end *)
Theorem largest_in : forall l, l <> [] -> In (largest l) l.
(* vmcts: hole *)
Proof.
Admitted.
(* vmcts: end *)
