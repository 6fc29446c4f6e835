(*---
title: Zeros in two lists
spec: Prove that zeros (a ++ b) = zeros a + zeros b.
---*)
Require Import Arith Lia List.
Import ListNotations.
Fixpoint zeros (l : list nat) : nat :=
  match l with
  | [] => 0
  | x :: r => if x =? 0 then S (zeros r) else zeros r
  end.
Theorem zeros_app : forall a b : list nat, zeros (a ++ b) = zeros a + zeros b.
(* vmcts: hole *)
Proof.
induction a.
- reflexivity.
- intros.
  simpl.
  rewrite IHa.
  destruct (a =? 0).
  + reflexivity.
  + reflexivity.
Qed.
(* vmcts: end *)
