/*---
title: Pasta and pizza
spec: |
  Define toppings(f: Food): seq<Topping>, with toppings(Pasta(l)) == l and toppings(Pizza(l)) == l.
  Define ok(f: Food): bool, with ok(Pasta(l)) == (|l| <= 2) and ok(Pizza(l)) == (|l| <= 5).
  Define pizza(f: Food): bool, with pizza(Pizza(l)) and !pizza(Pasta(l)).
  Then what is ok and has 3 or more toppings is a pizza.
hints: ["All three match on f."]
budget: {tokens: 20000, minutes: 8}
---*/
datatype Topping = Basil | Cheese | Ham | Olives | Onion

datatype Food = Pasta(p: seq<Topping>) | Pizza(z: seq<Topping>)

// vmcts: hole
function toppings(f: Food): seq<Topping>
{
  []
}
// vmcts: end

lemma toppings_each(l: seq<Topping>)
  ensures toppings(Pasta(l)) == l
  ensures toppings(Pizza(l)) == l
{
}

// vmcts: hole
predicate ok(f: Food)
{
  match f
  case Pasta(l) => |l| <= 2
  case Pizza(l) => |l| <= 5
}
// vmcts: end

lemma ok_pasta(l: seq<Topping>)
  ensures ok(Pasta(l)) == (|l| <= 2)
{
}

lemma ok_pizza(l: seq<Topping>)
  ensures ok(Pizza(l)) == (|l| <= 5)
{
}

// vmcts: hole
predicate pizza(f: Food)
{
  match f
  case Pasta(l) => false
  case Pizza(l) => true
}
// vmcts: end

lemma pizza_each(l: seq<Topping>)
  ensures !pizza(Pasta(l))
  ensures pizza(Pizza(l))
{
}

lemma ok_many(f: Food)
  requires ok(f)
  requires |toppings(f)| >= 3
  ensures pizza(f)
{
}
