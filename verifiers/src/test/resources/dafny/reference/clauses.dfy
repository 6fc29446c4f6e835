/*---
title: Holes inside steps
---*/
function sum(n: nat): nat { if n == 0 then 0 else n + sum(n - 1) }

method Sum(n: nat) returns (s: nat)
  ensures s == sum(n)
{
  s := 0;
  var i := 0;
  while i < n
  // vmcts: hole
    invariant 0 <= i <= n
    invariant s == sum(i)
    decreases n - i
  // vmcts: end
  {
    i := i + 1;
    s := s + i;
  }
}

method Find(a: array<int>, x: int) returns (k: int)
  ensures 0 <= k ==> k < a.Length && a[k] == x
  ensures k < 0 ==> forall i :: 0 <= i < a.Length ==> a[i] != x
{
  k := 0;
  while k < a.Length
    invariant 0 <= k <= a.Length
    // vmcts: hole
    invariant forall i :: 0 <= i < k ==> a[i] != x
    // vmcts: end
  {
    if a[k] == x { return; }
    k := /* vmcts: hole */ k + 1 /* vmcts: end */;
  }
  k := -1;
}

function gcd(a: nat, b: nat): nat
  requires a > 0 && b > 0
  // vmcts: hole
  decreases a + b
  // vmcts: end
{
  if a < b then gcd(a, b - a) else if b < a then gcd(a - b, b) else a
}

method Nested(n: nat) returns (c: nat)
  ensures c == n * n
{
  c := 0;
  var i := 0;
  while i < n
    // vmcts: hole
    invariant 0 <= i <= n && c == i * n
    // vmcts: end
  {
    var j := 0;
    while j < n
      invariant /* vmcts: hole */ 0 <= j <= n && c == i * n + j /* vmcts: end */
    {
      c := c + 1;
      j := j + 1;
    }
    i := i + 1;
  }
}

function Max(s: seq<int>): int
  requires |s| > 0
{
  var first := s[0];
  if |s| == 1 then /* vmcts: hole */ first /* vmcts: end */
  else var rest := Max(s[1..]); if rest > first then rest else first
}

datatype List = Nil | Cons(head: int, tail: List)

function Length(l: List): nat
{
  // vmcts: hole
  match l
  case Nil => 0
  case Cons(_, t) => 1 + Length(t)
  // vmcts: end
}

lemma LengthOf(h: int, t: List)
  ensures Length(Cons(h, t)) == Length(t) + 1
{
  assert Length(Cons(h, t)) > /* vmcts: hole */ Length(t) /* vmcts: end */;
}
