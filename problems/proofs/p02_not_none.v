(*---
title: An option that is not None
spec: |
  Prove that an option that is not None is Some of a number.
hints: ["Cases on o; for None the hypothesis contradicts itself."]
budget: {tokens: 20000, minutes: 5}
---*)
Theorem not_none : forall o : option nat, o <> None -> exists n, o = Some n.
(* vmcts: hole *)
Proof.
  intros o H. destruct o as [n|].
  - exists n. reflexivity.
  - destruct H. reflexivity.
Qed.
(* vmcts: end *)
