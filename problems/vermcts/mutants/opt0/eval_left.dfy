/*---
title: An optimizer for additions of zero
spec: |
  Define eval(e: Expr, s: nat -> int): int, with eval(Const(n), s) == n and eval(Var(x), s) == s(x) and
  eval(Add(a, b), s) == eval(a, s) + eval(b, s).
  Define optimize(e: Expr): Expr, which removes additions of 0: it keeps Const(n) and Var(x), and optimize(Add(a, b))
  is optimize(b) where optimize(a) is Const(0), optimize(a) where optimize(b) is Const(0), and
  Add(optimize(a), optimize(b)) else. Prove that eval(optimize(e), s) == eval(e, s).
hints: ["optimize(Add(a, b)) compares optimize(a) and optimize(b) with Const(0).", "Prove it by a match on e, with a call of optimize_sound for both arguments."]
budget: {tokens: 20000, minutes: 8}
---*/
datatype Expr = Const(n: int) | Var(x: nat) | Add(a: Expr, b: Expr)

// vmcts: hole
function eval(e: Expr, s: nat -> int): int
{
  match e
  case Const(n) => n
  case Var(x) => s(x)
  case Add(a, b) => eval(a, s)
}
// vmcts: end

lemma eval_leaf(n: int, x: nat, s: nat -> int)
  ensures eval(Const(n), s) == n
  ensures eval(Var(x), s) == s(x)
{
}

lemma eval_add(a: Expr, b: Expr, s: nat -> int)
  ensures eval(Add(a, b), s) == eval(a, s) + eval(b, s)
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

lemma optimize_leaf(n: int, x: nat)
  ensures optimize(Const(n)) == Const(n)
  ensures optimize(Var(x)) == Var(x)
{
}

lemma optimize_left(a: Expr, b: Expr)
  requires optimize(a) == Const(0)
  ensures optimize(Add(a, b)) == optimize(b)
{
}

lemma optimize_right(a: Expr, b: Expr)
  requires optimize(b) == Const(0)
  ensures optimize(Add(a, b)) == optimize(a)
{
}

lemma optimize_add(a: Expr, b: Expr)
  requires optimize(a) != Const(0)
  requires optimize(b) != Const(0)
  ensures optimize(Add(a, b)) == Add(optimize(a), optimize(b))
{
}

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
