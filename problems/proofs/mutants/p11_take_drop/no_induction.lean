/-
---
title: Taking and dropping
spec: |
  Prove that what is taken and what is dropped make the list.
hints: ["Induction on n, generalizing l; cases on l."]
budget: {tokens: 20000, minutes: 5}
---
-/
def front : Nat → List Nat → List Nat
  | 0, _ => []
  | _ + 1, [] => []
  | n + 1, x :: l => x :: front n l

def back : Nat → List Nat → List Nat
  | 0, l => l
  | _ + 1, [] => []
  | n + 1, _ :: l => back n l

theorem front_back (n : Nat) (l : List Nat) : front n l ++ back n l = l := by
  -- vmcts: hole
  cases n <;> cases l <;> simp [front, back]
  -- vmcts: end
