/-
---
title: Pasta and pizza
spec: |
  Define toppings : Food → List Topping, with toppings (.pasta l) = l and toppings (.pizza l) = l.
  Define ok : Food → Prop, so that ok (.pizza l) means l.length ≤ 5 and ok (.pasta l) means l.length ≤ 2.
  Define isPizza : Food → Bool, with isPizza (.pizza l) = true and isPizza (.pasta l) = false.
  Prove that what is ok and has 3 or more toppings is a pizza.
hints: ["Prove it by cases on f; for pasta the hypotheses contradict each other, so omega."]
budget: {tokens: 20000, minutes: 6}
---
-/
inductive Topping where
  | basil
  | cheese
  | ham
  | olives
  | onion

inductive Food where
  | pasta (l : List Topping)
  | pizza (l : List Topping)

-- vmcts: hole
def toppings : Food → List Topping
  | .pasta l => l
  | .pizza l => l
-- vmcts: end

theorem toppings_pasta (l : List Topping) : toppings (.pasta l) = l := by simp [toppings]

theorem toppings_pizza (l : List Topping) : toppings (.pizza l) = l := by simp [toppings]

-- vmcts: hole
def ok (_ : Food) : Prop := False
-- vmcts: end

theorem ok_pasta (l : List Topping) : ok (.pasta l) ↔ l.length ≤ 2 := by simp [ok]

theorem ok_pizza (l : List Topping) : ok (.pizza l) ↔ l.length ≤ 5 := by simp [ok]

-- vmcts: hole
def isPizza : Food → Bool
  | .pasta _ => false
  | .pizza _ => true
-- vmcts: end

theorem isPizza_pasta (l : List Topping) : isPizza (.pasta l) = false := by simp [isPizza]

theorem isPizza_pizza (l : List Topping) : isPizza (.pizza l) = true := by simp [isPizza]

theorem ok_many (f : Food) (h : ok f) (g : 3 ≤ (toppings f).length) : isPizza f = true := by
  -- vmcts: hole
  cases f with
  | pasta l =>
    simp only [ok] at h
    simp only [toppings] at g
    omega
  | pizza l => rfl
  -- vmcts: end
