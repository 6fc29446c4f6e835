/-
---
title: Traffic lights come round
spec: |
  Define advance, what follows a light: green follows red, amber follows green, red follows amber.
  Prove that after three changes it is the same light.
hints:
  - "Distinguish the cases of the light."
budget: {tokens: 20000, minutes: 6}
---
-/
inductive Light where
  | red
  | green
  | amber

-- vmcts: hole
def advance (l : Light) : Light := l
-- vmcts: end

example : advance .red = .green := rfl
example : advance .green = .amber := rfl

theorem advance_cycle (l : Light) : advance (advance (advance l)) = l := by
  -- vmcts: hole
  rfl
  -- vmcts: end
