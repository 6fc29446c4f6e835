(*---
title: Traffic lights
spec: |
  Define safe : list light -> bool, which says that Red and Green are never next to each other: it is true for lists
  with fewer than two lights, and safe (a :: b :: l) = negb (clash a b) && safe (b :: l).
  Define path : light -> light -> list light, where path s t are the lights that are lit one after the other to get
  from s to t, both included: only s if t is s, and by way of Yellow where s and t clash.
  Prove that it starts with s, ends with t, and is safe.
hints: ["path s t matches on s and t.", "Prove each by cases on s and t."]
budget: {tokens: 20000, minutes: 6}
---*)
Require Import Bool List.
Import ListNotations.

Inductive light : Type :=
  | Red
  | Yellow
  | Green.

Definition clash (a b : light) : bool :=
  match a, b with
  | Red, Green => true
  | Green, Red => true
  | _, _ => false
  end.
(* vmcts: hole *)
Fixpoint safe (l : list light) : bool :=
  match l with
  | [] => true
  | a :: r =>
    match r with
    | [] => true
    | b :: _ => clash a b && safe r
    end
  end.
(* vmcts: end *)
Example safe_nil : safe [] = true.
Proof. reflexivity. Qed.

Example safe_one : forall a, safe [a] = true.
Proof. reflexivity. Qed.

Example safe_cons : forall a b l, safe (a :: b :: l) = negb (clash a b) && safe (b :: l).
Proof. reflexivity. Qed.
(* vmcts: hole *)
Definition path (s t : light) : list light :=
  match s, t with
  | Red, Red => [Red]
  | Yellow, Yellow => [Yellow]
  | Green, Green => [Green]
  | Red, Green => [Red; Yellow; Green]
  | Green, Red => [Green; Yellow; Red]
  | _, _ => [s; t]
  end.
(* vmcts: end *)
Example path_same : forall s, path s s = [s].
Proof. destruct s; reflexivity. Qed.

Example path_clash : forall s t, clash s t = true -> path s t = [s; Yellow; t].
Proof. destruct s, t; cbv; congruence. Qed.

Example path_length : forall s t, length (path s t) < 4.
Proof. destruct s, t; cbv; auto. Qed.

Theorem path_starts : forall s t, hd_error (path s t) = Some s.
(* vmcts: hole *)
Proof.
  destruct s; destruct t; reflexivity.
Qed.
(* vmcts: end *)
Theorem path_ends : forall s t d, last (path s t) d = t.
(* vmcts: hole *)
Proof.
  destruct s; destruct t; reflexivity.
Qed.
(* vmcts: end *)
Theorem path_safe : forall s t, safe (path s t) = true.
(* vmcts: hole *)
Proof.
  destruct s; destruct t; reflexivity.
Qed.
(* vmcts: end *)
