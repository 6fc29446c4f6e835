(*---
title: accepted
---*)
(* vmcts: hole *)
Inductive tree : Type := Leaf | Node (l : tree) (x : nat) (r : tree).
Fixpoint size (t : tree) : nat := match t with Leaf => 0 | Node l _ r => size l + 1 + size r end.
(* vmcts: end *)
Example size_leaf : size Leaf = 0. Proof. reflexivity. Qed.
Theorem size_node : forall l x r, size (Node l x r) = size l + 1 + size r.
(* vmcts: hole *) Proof. reflexivity. Qed. (* vmcts: end *)
