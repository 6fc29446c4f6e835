(*---
title: "refused: functor"
---*)
Module Type T. Parameter n : nat. End T.
Module F (X : T).
Theorem target : X.n = X.n.
(* vmcts: hole *)
Proof. reflexivity. Qed.
(* vmcts: end *)
End F.
