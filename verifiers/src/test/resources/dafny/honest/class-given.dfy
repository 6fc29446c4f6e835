class C { var x: int; }
// vmcts: hole
class D { var f: int; }
// vmcts: end
method Use(c: C, d: D)
  modifies c
  ensures c.x == 1
{
  c.x := 1;
}
