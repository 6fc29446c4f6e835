(*---
title: Removing from a list
spec: |
  Prove that x does not occur in without x l, and that without x l has no other elements than l.
hints: ["Induction on l, cases on Nat.eqb_spec x a."]
budget: {tokens: 20000, minutes: 5}
---*)
Require Import Arith List.
Import ListNotations.

Fixpoint without (x : nat) (l : list nat) : list nat :=
  match l with
  | [] => []
  | y :: r => if x =? y then without x r else y :: without x r
  end.

Theorem without_gone : forall x l, ~ In x (without x l).
(* vmcts: hole *)
Proof.
  induction l; simpl.
  - tauto.
  - destruct (Nat.eqb_spec x a) as [E|E]; simpl.
    + apply IHl.
    + intros [H|H]; auto.
Qed.
(* vmcts: end *)
Theorem without_only : forall x y l, In y (without x l) -> In y l.
(* vmcts: hole *)
Proof.
  auto.
Qed.
(* vmcts: end *)
