(*---
title: Business days
spec: |
  Define weekday : day -> bool, true from Monday to Friday.
  Define next : day -> day, the next weekday: the day after, but Monday after Friday, Saturday and Sunday.
  Define iterate : nat -> day -> day, with iterate 0 d = d and iterate (S n) d = iterate n (next d).
  Prove that iterate 5 d = d for every weekday d.
hints: ["Prove it by cases on d; on Saturday and Sunday the hypothesis is false."]
budget: {tokens: 20000, minutes: 6}
---*)
Inductive day : Type :=
  | Monday
  | Tuesday
  | Wednesday
  | Thursday
  | Friday
  | Saturday
  | Sunday.
(* vmcts: hole *)
Definition weekday (d : day) : bool :=
  match d with
  | Saturday => false
  | Sunday => false
  | _ => true
  end.
(* vmcts: end *)
Example weekday_true : weekday Monday = true /\ weekday Tuesday = true /\ weekday Wednesday = true
  /\ weekday Thursday = true /\ weekday Friday = true.
Proof. repeat split. Qed.

Example weekday_false : weekday Saturday = false /\ weekday Sunday = false.
Proof. repeat split. Qed.
(* vmcts: hole *)
Definition next (d : day) : day :=
  match d with
  | Monday => Tuesday
  | Tuesday => Wednesday
  | Wednesday => Thursday
  | Thursday => Friday
  | _ => Tuesday
  end.
(* vmcts: end *)
Example next_early : next Monday = Tuesday /\ next Tuesday = Wednesday /\ next Wednesday = Thursday
  /\ next Thursday = Friday.
Proof. repeat split. Qed.

Example next_late : next Friday = Monday /\ next Saturday = Monday /\ next Sunday = Monday.
Proof. repeat split. Qed.
(* vmcts: hole *)
Fixpoint iterate (n : nat) (d : day) : day :=
  match n with
  | 0 => d
  | S m => iterate m (next d)
  end.
(* vmcts: end *)
Example iterate_0 : forall d, iterate 0 d = d.
Proof. reflexivity. Qed.

Example iterate_S : forall n d, iterate (S n) d = iterate n (next d).
Proof. reflexivity. Qed.

Theorem iterate_week : forall d, weekday d = true -> iterate 5 d = d.
(* vmcts: hole *)
Proof.
  destruct d; simpl; intros H; try reflexivity; discriminate H.
Qed.
(* vmcts: end *)
