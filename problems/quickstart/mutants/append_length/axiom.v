(*---
title: Length of an append
spec: |
  Prove that len (l ++ m) = len l + len m, with len [] = 0 and len (x :: l) = S (len l).
hints: ["Prove it by induction on l."]
budget: {tokens: 20000, minutes: 5}
---*)
Require Import List.
Import ListNotations.

Fixpoint len (l : list nat) : nat :=
  match l with
  | [] => 0
  | x :: t => S (len t)
  end.

Theorem len_app : forall l m, len (l ++ m) = len l + len m.
(* vmcts: hole *)
Abort.
Axiom len_app : forall l m, len (l ++ m) = len l + len m.
(* vmcts: end *)
