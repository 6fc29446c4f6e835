/*---
title: A key that is gone
spec: |
  Prove that a removed key is not found, and that the others still are.
hints: ["Match on m each time."]
budget: {tokens: 20000, minutes: 8}
---*/
datatype Option = None | Some(value: int)

datatype Map = Empty | Bind(key: int, what: int, rest: Map)

function find(m: Map, k: int): Option
{
  match m
  case Empty => None
  case Bind(j, v, r) => if j == k then Some(v) else find(r, k)
}

function drop(m: Map, k: int): Map
{
  match m
  case Empty => Empty
  case Bind(j, v, r) => if j == k then drop(r, k) else Bind(j, v, drop(r, k))
}

lemma {:induction false} drop_gone(m: Map, k: int)
  ensures find(drop(m, k), k) == None
{
  // vmcts: hole
  match m {
    case Empty =>
    case Bind(j, v, r) => drop_gone(r, j);
  }
  // vmcts: end
}

lemma {:induction false} drop_other(m: Map, k: int, i: int)
  requires i != k
  ensures find(drop(m, k), i) == find(m, i)
{
  // vmcts: hole
  match m {
    case Empty =>
    case Bind(j, v, r) => drop_other(r, k, i);
  }
  // vmcts: end
}
