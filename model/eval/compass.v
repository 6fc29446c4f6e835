(*---
title: Four turns
spec: Prove that turning right four times changes nothing.
---*)
Inductive heading : Type := North | East | South | West.
Definition turn_right (h : heading) : heading :=
  match h with
  | North => East
  | East => South
  | South => West
  | West => North
  end.
Theorem four_turns :
  forall h : heading, turn_right (turn_right (turn_right (turn_right h))) = h.
(* vmcts: hole *)
Proof.
destruct h; reflexivity.
Qed.
(* vmcts: end *)
