/*---
title: Removing additions of zero
spec: |
  Define simplify, which replaces Plus(Num(0), b) by b everywhere, b simplified.
  Prove that it keeps the value of every expression.
hints: ["simplify(Plus(a, b)) looks at simplify(a)."]
budget: {tokens: 20000, minutes: 5}
---*/
datatype Expr = Num(n: nat) | Plus(a: Expr, b: Expr)

function value(e: Expr): nat
{
  match e
  case Num(n) => n
  case Plus(a, b) => value(a) + value(b)
}

// vmcts: hole
function simplify(e: Expr): Expr
{
  match e
  case Num(n) => Num(n)
  case Plus(a, b) => if simplify(a) == Num(0) then simplify(b) else Plus(simplify(a), simplify(b))
}
// vmcts: end

lemma simplify_zero(b: Expr)
  ensures simplify(Plus(Num(0), b)) == simplify(b)
{
}

lemma simplify_num(n: nat)
  ensures simplify(Num(n)) == Num(n)
{
}

lemma simplify_plus(a: Expr, b: Expr)
  requires simplify(a) != Num(0)
  ensures simplify(Plus(a, b)) == Plus(simplify(a), simplify(b))
{
}

lemma {:induction false} simplify_value(e: Expr)
  ensures value(simplify(e)) == value(e)
{
  // vmcts: hole
  match e {
    case Num(n) =>
    case Plus(a, b) =>
      simplify_value(a);
      simplify_value(b);
  }
  // vmcts: end
}
