/*---
title: TITLE
spec: |
  Define twice, with twice(0) == 0 and twice(n + 1) == twice(n) + 2. Prove that twice(n) == n + n.
hints: ["Prove it by induction on n, with a call of twice_plus."]
budget: {tokens: 20000, minutes: 5}
---*/
// vmcts: hole
function twice(n: nat): nat
{
  n
}
// vmcts: end

lemma twice_equations(n: nat)
  ensures twice(0) == 0
  ensures twice(n + 1) == twice(n) + 2
{
}

lemma {:induction false} twice_plus(n: nat)
  ensures twice(n) == n + n
{
  // vmcts: hole
  if n > 0 {
    twice_plus(n - 1);
  }
  // vmcts: end
}
