(*---
title: Signals
spec: Define off, with off Lit = false, off Dark = true. Prove that off s = negb (on s).
---*)
Require Import Bool.
Inductive signal : Type := Lit | Dark.
Definition on (s : signal) : bool := match s with Lit => true | Dark => false end.
(* vmcts: hole *)
Definition off (s : signal) : bool :=
  match s with
  | Lit => false
  | Dark => true
  end.
(* vmcts: end *)
Example off_lit : off Lit = false.
Proof. reflexivity. Qed.
Example off_dark : off Dark = true.
Proof. reflexivity. Qed.
Theorem off_on : forall s : signal, off s = negb (on s).
(* vmcts: hole *)
Proof.
destruct s; reflexivity.
Qed.
(* vmcts: end *)
