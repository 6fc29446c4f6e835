(*---
title: "refused: new meaning to 'negb'"
---*)
(* vmcts: hole *)
Fixpoint f (n : nat) : bool := match n with O => true | S m => negb m end with negb (n : nat) : bool := match n with O => true | S m => f m end.
(* vmcts: end *)
Theorem target : f 1 = negb 0.
Proof. reflexivity. Qed.
