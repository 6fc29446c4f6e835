(*---
title: Mirroring twice
spec: |
  Prove that mirror (mirror t) = t, with mirror Leaf = Leaf and mirror (Node l x r) = Node (mirror r) x (mirror l).
hints: ["Prove it by induction on t and rewrite with both hypotheses."]
budget: {tokens: 20000, minutes: 5}
---*)
Inductive tree : Type :=
  | Leaf : tree
  | Node : tree -> nat -> tree -> tree.

Fixpoint mirror (t : tree) : tree :=
  match t with
  | Leaf => Leaf
  | Node l x r => Node (mirror r) x (mirror l)
  end.

Theorem mirror_mirror : forall t, mirror (mirror t) = t.
(* vmcts: hole *)
Proof.
Admitted.
(* vmcts: end *)
