(*---
title: Binary numbers
spec: |
  Prove that the successor of a binary number is worth one more, and that addition is worth the sum.
hints: ["Induction on the number; for the sum, cases on the other and the carry."]
budget: {tokens: 20000, minutes: 5}
---*)
Require Import Lia.

Inductive bits : Type :=
  | Zero : bits
  | Twice : bits -> bits
  | Once : bits -> bits.

Fixpoint worth (b : bits) : nat :=
  match b with
  | Zero => 0
  | Twice r => 2 * worth r
  | Once r => 1 + 2 * worth r
  end.

Fixpoint succ (b : bits) : bits :=
  match b with
  | Zero => Once Zero
  | Twice r => Once r
  | Once r => Twice (succ r)
  end.

Fixpoint add (a b : bits) : bits :=
  match a, b with
  | Zero, _ => b
  | _, Zero => a
  | Twice p, Twice q => Twice (add p q)
  | Twice p, Once q => Once (add p q)
  | Once p, Twice q => Once (add p q)
  | Once p, Once q => Twice (succ (add p q))
  end.

Lemma worth_succ : forall b, worth (succ b) = S (worth b).
(* vmcts: hole *)
Proof.
  induction b; simpl; lia.
Qed.
(* vmcts: end *)
Theorem worth_add : forall a b, worth (add a b) = worth a + worth b.
(* vmcts: hole *)
Proof.
  induction a; intros b; destruct b; simpl; try rewrite worth_succ; try rewrite IHa; lia.
Qed.
(* vmcts: end *)
