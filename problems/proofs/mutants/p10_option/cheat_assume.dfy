/*---
title: Chaining options
spec: |
  Prove that chaining two lookups finds what the joined map finds.
hints: ["Match on m; the keys are compared with k."]
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

function join(m: Map, n: Map): Map
{
  match m
  case Empty => n
  case Bind(j, v, r) => Bind(j, v, join(r, n))
}

lemma {:induction false} find_join(m: Map, n: Map, k: int)
  ensures find(join(m, n), k) == (if find(m, k) == None then find(n, k) else find(m, k))
{
  // vmcts: hole
  assume find(join(m, n), k) == find(n, k);
  // vmcts: end
}
