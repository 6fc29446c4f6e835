/*---
title: A compiler for a stack machine
spec: |
  Prove that running the compiled expression pushes its value.
hints: ["First run_append; then both operands, the second on the stack of the first."]
budget: {tokens: 20000, minutes: 8}
---*/
datatype Expr = Num(n: int) | Plus(a: Expr, b: Expr)

datatype Code = Halt | Push(n: int, next: Code) | Add(rest: Code)

datatype Stack = Empty | Top(x: int, below: Stack)

function value(e: Expr): int
{
  match e
  case Num(n) => n
  case Plus(a, b) => value(a) + value(b)
}

function append(c: Code, d: Code): Code
{
  match c
  case Halt => d
  case Push(n, r) => Push(n, append(r, d))
  case Add(r) => Add(append(r, d))
}

function compile(e: Expr): Code
{
  match e
  case Num(n) => Push(n, Halt)
  case Plus(a, b) => append(compile(a), append(compile(b), Add(Halt)))
}

function add(s: Stack): Stack
{
  if s.Top? && s.below.Top? then Top(s.x + s.below.x, s.below.below) else s
}

function run(c: Code, s: Stack): Stack
  decreases c
{
  match c
  case Halt => s
  case Push(n, r) => run(r, Top(n, s))
  case Add(r) => run(r, add(s))
}

lemma {:induction false} run_append(c: Code, d: Code, s: Stack)
  ensures run(append(c, d), s) == run(d, run(c, s))
  decreases c
{
  // vmcts: hole
  match c {
    case Halt =>
    case Push(n, r) => run_append(r, d, s);
    case Add(r) => run_append(r, d, s);
  }
  // vmcts: end
}

lemma {:induction false} compile_value(e: Expr, s: Stack)
  ensures run(compile(e), s) == Top(value(e), s)
  decreases e
{
  // vmcts: hole
  match e {
    case Num(n) =>
    case Plus(a, b) =>
      var t := Top(value(a), s);
      compile_value(a, s);
      compile_value(b, t);
      run_append(compile(a), append(compile(b), Add(Halt)), s);
      run_append(compile(b), Add(Halt), t);
      assert run(Add(Halt), Top(value(b), t)) == add(Top(value(b), t));
  }
  // vmcts: end
}
