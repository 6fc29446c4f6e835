(*---
title: Leaves and forks
spec: Prove that a tree has one leaf more than forks.
---*)
Require Import Arith Lia.
Inductive fir : Type :=
| Cone
| Split : fir -> fir -> fir.
Fixpoint cones (t : fir) : nat :=
  match t with
  | Cone => 1
  | Split a b => cones a + cones b
  end.
Fixpoint splits (t : fir) : nat :=
  match t with
  | Cone => 0
  | Split a b => 1 + splits a + splits b
  end.
Theorem cones_splits : forall t : fir, cones t = splits t + 1.
(* vmcts: hole *)
Proof.
induction t.
- reflexivity.
- simpl.
  rewrite IHt1, IHt2.
  lia.
Qed.
(* vmcts: end *)
