(*---
title: Append is associative
spec: |
  Prove that app (app a b) c = app a (app b c), with app nil m = m and app (cons x l) m = cons x (app l m).
hints: ["Prove it by induction on a."]
budget: {tokens: 20000, minutes: 5}
---*)
Inductive natlist : Type :=
  | nil : natlist
  | cons : nat -> natlist -> natlist.

Fixpoint app (l m : natlist) : natlist :=
  match l with
  | nil => m
  | cons x t => cons x (app t m)
  end.

Theorem app_assoc : forall a b c, app (app a b) c = app a (app b c).
(* vmcts: hole *)
Proof.
  induction a.
  - reflexivity.
  - admit.
Admitted.
(* vmcts: end *)
