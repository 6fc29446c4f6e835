/*---
title: The middle of three
spec: Write the method middle, which returns the middle one of three numbers.
---*/
method middle(a: int, b: int, c: int) returns (m: int)
  requires a <= c
  ensures m == a || m == b || m == c
  ensures a <= m <= c
  ensures b <= a ==> m == a
  ensures b >= c ==> m == c
  ensures a <= b <= c ==> m == b
{
  // vmcts: hole
  if b < a {
    m := a;
  } else if b > c {
    m := c;
  } else {
    m := b;
  }
  // vmcts: end
}
