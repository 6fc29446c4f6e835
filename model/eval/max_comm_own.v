(*---
title: The larger of two numbers
spec: Prove that larger a b = larger b a.
---*)
Require Import Arith Lia.
Definition larger (a b : nat) : nat := if a <=? b then b else a.
Theorem larger_comm : forall a b : nat, larger a b = larger b a.
(* vmcts: hole *)
Proof.
intros.
unfold larger.
destruct (a <=? b) eqn:E.
- destruct (b <=? a) eqn:F.
  + apply Nat.leb_le in E.
    apply Nat.leb_le in F.
    lia.
  + reflexivity.
- destruct (b <=? a) eqn:F.
  + reflexivity.
  + apply Nat.leb_gt in E.
    apply Nat.leb_gt in F.
    lia.
Qed.
(* vmcts: end *)
