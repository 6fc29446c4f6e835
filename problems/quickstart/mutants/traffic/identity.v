(*---
title: Traffic light
spec: |
  Define next : light -> light, with next Red = Green and next Green = Yellow and next Yellow = Red.
  Prove that next (next (next c)) = c.
hints: ["Prove it by cases on c."]
budget: {tokens: 20000, minutes: 5}
---*)
Inductive light : Type :=
  | Red
  | Green
  | Yellow.
(* vmcts: hole *)
Definition next (c : light) : light := c.
(* vmcts: end *)
Example next_red : next Red = Green.
Proof. reflexivity. Qed.

Example next_green : next Green = Yellow.
Proof. reflexivity. Qed.

Example next_yellow : next Yellow = Red.
Proof. reflexivity. Qed.

Theorem next_three : forall c, next (next (next c)) = c.
(* vmcts: hole *)
Proof.
  destruct c.
  - reflexivity.
  - reflexivity.
  - reflexivity.
Qed.
(* vmcts: end *)
