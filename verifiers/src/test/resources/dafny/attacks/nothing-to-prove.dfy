/*---
title: "refused: nothing is proven"
---*/
// vmcts: hole
function g(n: nat): int { 1 }
// vmcts: end
datatype T = A | B
