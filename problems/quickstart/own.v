Require Import Lia.

Fixpoint sum (n : nat) : nat :=
  match n with
  | 0 => 0
  | S m => S m + sum m
  end.

Lemma sum_grows : forall n, n <= sum n.
Proof.
Admitted.

Theorem sum_formula : forall n, 2 * sum n = n * (n + 1).
Proof.
Admitted.
