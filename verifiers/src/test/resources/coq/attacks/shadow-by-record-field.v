(*---
title: "refused: new meaning to 'fst'"
---*)
(* vmcts: hole *)
Record r := mk { fst : nat }. Definition f (n : nat) := n.
(* vmcts: end *)
Theorem target : forall x : r, f (fst x) = fst x.
Proof. reflexivity. Qed.
