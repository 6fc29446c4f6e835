(*---
title: accepted
---*)
Theorem target : (True /\ True) /\ (True /\ True).
(* vmcts: hole *)
Proof.
  split.
  - split.
    + exact I.
    + { exact I. }
  - split; [exact I |].
    all: exact I.
Qed.
(* vmcts: end *)
