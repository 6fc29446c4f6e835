(*---
title: Pasta and pizza
spec: |
  Define toppings : food -> list topping, with toppings (Pasta l) = l and toppings (Pizza l) = l.
  Define ok : food -> Prop, so that ok (Pizza l) means length l <= 5 and ok (Pasta l) means length l <= 2.
  Define pizza : food -> bool, with pizza (Pizza l) = true and pizza (Pasta l) = false.
  Prove that what is ok and has 3 or more toppings is a pizza.
hints: ["Prove it by cases on f; for pasta the hypotheses contradict each other, so lia."]
budget: {tokens: 20000, minutes: 6}
---*)
Require Import List Lia.

Inductive topping : Type :=
  | Basil
  | Cheese
  | Ham
  | Olives
  | Onion.

Inductive food : Type :=
  | Pasta : list topping -> food
  | Pizza : list topping -> food.
(* vmcts: hole *)
Definition toppings (f : food) : list topping :=
  match f with
  | Pasta l => l
  | Pizza l => l
  end.
(* vmcts: end *)
Example toppings_pasta : forall l, toppings (Pasta l) = l.
Proof. reflexivity. Qed.

Example toppings_pizza : forall l, toppings (Pizza l) = l.
Proof. reflexivity. Qed.
(* vmcts: hole *)
Definition ok (f : food) : Prop :=
  match f with
  | Pasta l => length l <= 2
  | Pizza l => length l <= 2
  end.
(* vmcts: end *)
Example ok_pasta : forall l, ok (Pasta l) <-> length l <= 2.
Proof. intros l. unfold ok. simpl. lia. Qed.

Example ok_pizza : forall l, ok (Pizza l) <-> length l <= 5.
Proof. intros l. unfold ok. simpl. lia. Qed.
(* vmcts: hole *)
Definition pizza (f : food) : bool :=
  match f with
  | Pasta _ => false
  | Pizza _ => true
  end.
(* vmcts: end *)
Example pizza_pasta : forall l, pizza (Pasta l) = false.
Proof. reflexivity. Qed.

Example pizza_pizza : forall l, pizza (Pizza l) = true.
Proof. reflexivity. Qed.

Theorem ok_many : forall f, ok f -> length (toppings f) >= 3 -> pizza f = true.
(* vmcts: hole *)
Proof.
  destruct f; simpl; intros H G.
  - lia.
  - reflexivity.
Qed.
(* vmcts: end *)
