(*---
title: Even and negb
spec: |
  Define even : nat -> bool, with even 0 = true and even (S n) = negb (even n).
  Prove that even (S (S n)) = even n.
hints: ["After simpl, prove it by cases on even n."]
budget: {tokens: 20000, minutes: 5}
---*)
Require Import Bool.
(* vmcts: hole *)
Fixpoint even (n : nat) : bool :=
  match n with
  | 0 => true
  | S m => negb (even m)
  end.
(* vmcts: end *)
Example even_0 : even 0 = true.
Proof. reflexivity. Qed.

Example even_S : forall n, even (S n) = negb (even n).
Proof. reflexivity. Qed.

Theorem even_SS : forall n, even (S (S n)) = even n.
(* vmcts: hole *)
Proof.
  intros n. simpl.
Admitted.
(* vmcts: end *)
