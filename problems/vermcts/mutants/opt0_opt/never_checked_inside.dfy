/*---
title: An optimizer that leaves no addition of zero
spec: |
  Define optimal(e: Expr): bool, which says that no Add has the argument Const(0): it holds for Const(n) and Var(x), and
  optimal(Add(a, b)) == (a != Const(0) && b != Const(0) && optimal(a) && optimal(b)).
  Define optimize(e: Expr): Expr, which removes additions of 0 everywhere.
  Prove that eval(optimize(e), s) == eval(e, s) and optimal(optimize(e)).
hints: ["optimize(Add(a, b)) compares optimize(a) and optimize(b) with Const(0).", "Prove both by a match on e, with a call of the lemma for both arguments."]
budget: {tokens: 20000, minutes: 8}
---*/
datatype Expr = Const(n: int) | Var(x: nat) | Add(a: Expr, b: Expr)

function eval(e: Expr, s: nat -> int): int
{
  match e
  case Const(n) => n
  case Var(x) => s(x)
  case Add(a, b) => eval(a, s) + eval(b, s)
}

// vmcts: hole
predicate optimal(e: Expr)
{
  match e
  case Const(n) => true
  case Var(x) => true
  case Add(a, b) => a != Const(0) && b != Const(0)
}
// vmcts: end

lemma optimal_leaf(n: int, x: nat)
  ensures optimal(Const(n))
  ensures optimal(Var(x))
{
}

lemma optimal_add(a: Expr, b: Expr)
  ensures optimal(Add(a, b)) == (a != Const(0) && b != Const(0) && optimal(a) && optimal(b))
{
}

// vmcts: hole
function optimize(e: Expr): Expr
{
  match e
  case Const(n) => Const(n)
  case Var(x) => Var(x)
  case Add(a, b) =>
    if optimize(a) == Const(0) then optimize(b)
    else if optimize(b) == Const(0) then optimize(a)
    else Add(optimize(a), optimize(b))
}
// vmcts: end

lemma {:induction false} optimize_sound(e: Expr, s: nat -> int)
  ensures eval(optimize(e), s) == eval(e, s)
{
  // vmcts: hole
  match e {
    case Const(n) =>
    case Var(x) =>
    case Add(a, b) =>
      optimize_sound(a, s);
      optimize_sound(b, s);
  }
  // vmcts: end
}

lemma {:induction false} optimize_optimal(e: Expr)
  ensures optimal(optimize(e))
{
  // vmcts: hole
  match e {
    case Const(n) =>
    case Var(x) =>
    case Add(a, b) =>
      optimize_optimal(a);
      optimize_optimal(b);
  }
  // vmcts: end
}
