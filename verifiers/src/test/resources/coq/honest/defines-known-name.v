(*---
title: accepted
defines: [max]
---*)
(* vmcts: hole *)
Definition max (a b : nat) : nat := if Nat.leb a b then b else a.
(* vmcts: end *)
Example max_1 : max 1 2 = 2. Proof. reflexivity. Qed.
