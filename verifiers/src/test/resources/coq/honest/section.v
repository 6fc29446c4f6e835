(*---
title: accepted
---*)
Section S.
Variable A : Type.
Hypothesis eq_dec : forall x y : A, {x = y} + {x <> y}.
(* vmcts: hole *)
Fixpoint count (x : A) (l : list A) : nat :=
  match l with nil => 0 | cons y m => if eq_dec x y then S (count x m) else count x m end.
(* vmcts: end *)
Theorem count_nil : forall x, count x nil = 0.
(* vmcts: hole *) Proof. reflexivity. Qed. (* vmcts: end *)
End S.
