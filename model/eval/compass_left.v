(*---
title: Turning left
spec: Define turn_left, with turn_left North = West, turn_left West = South, turn_left South = East, turn_left East = North. Prove that turning left undoes turning right.
---*)
Inductive heading : Type := North | East | South | West.
Definition turn_right (h : heading) : heading :=
  match h with
  | North => East
  | East => South
  | South => West
  | West => North
  end.
(* vmcts: hole *)
Definition turn_left (h : heading) : heading :=
  match h with
  | North => West
  | East => North
  | South => East
  | West => South
  end.
(* vmcts: end *)
Example left_north : turn_left North = West.
Proof. reflexivity. Qed.
Example left_west : turn_left West = South.
Proof. reflexivity. Qed.
Example left_south : turn_left South = East.
Proof. reflexivity. Qed.
Example left_east : turn_left East = North.
Proof. reflexivity. Qed.
Theorem left_right : forall h : heading, turn_left (turn_right h) = h.
(* vmcts: hole *)
Proof.
destruct h; reflexivity.
Qed.
(* vmcts: end *)
