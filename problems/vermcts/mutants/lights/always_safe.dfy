/*---
title: Traffic lights
spec: |
  Define safe(l: seq<Light>): bool, which says that Red and Green are never next to each other: it is true for sequences
  with fewer than two lights, and safe([a, b] + l) == (!clash(a, b) && safe([b] + l)).
  Define path(s: Light, t: Light): seq<Light>, the lights that are lit one after the other to get from s to t, both
  included: only s if t is s, and by way of Yellow where s and t clash.
  Then path(s, t) starts with s, ends with t, and is safe.
hints: ["path(s, t) compares s with t and asks clash(s, t)."]
budget: {tokens: 20000, minutes: 8}
---*/
datatype Light = Red | Yellow | Green

predicate clash(a: Light, b: Light)
{
  (a == Red && b == Green) || (a == Green && b == Red)
}

// vmcts: hole
predicate safe(l: seq<Light>)
{
  true
}
// vmcts: end

lemma safe_short(l: seq<Light>)
  requires |l| < 2
  ensures safe(l)
{
}

lemma safe_pair(a: Light, b: Light, l: seq<Light>)
  ensures safe([a, b] + l) == (!clash(a, b) && safe([b] + l))
{
  assert ([a, b] + l)[1..] == [b] + l;
}

// vmcts: hole
function path(s: Light, t: Light): seq<Light>
{
  if s == t then [s] else if clash(s, t) then [s, Yellow, t] else [s, t]
}
// vmcts: end

lemma path_same(s: Light)
  ensures path(s, s) == [s]
{
}

lemma path_clash(s: Light, t: Light)
  requires clash(s, t)
  ensures path(s, t) == [s, Yellow, t]
{
}

lemma path_ends(s: Light, t: Light)
  ensures 0 < |path(s, t)| < 4
  ensures path(s, t)[0] == s
  ensures path(s, t)[|path(s, t)| - 1] == t
{
}

lemma path_safe(s: Light, t: Light)
  ensures safe(path(s, t))
{
}
