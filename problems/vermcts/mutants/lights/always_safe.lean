/-
---
title: Traffic lights
spec: |
  Define safe : List Light → Bool, which says that .red and .green are never next to each other: it is true for lists
  with fewer than two lights, and safe (a :: b :: l) = (!clash a b && safe (b :: l)).
  Define path : Light → Light → List Light, where path s t are the lights that are lit one after the other to get
  from s to t, both included: only s if t is s, and by way of .yellow where s and t clash.
  Prove that it starts with s, ends with t, and is safe.
hints: ["path s t matches on s and t; prove each by cases on s and t."]
budget: {tokens: 20000, minutes: 6}
---
-/
inductive Light where
  | red
  | yellow
  | green

def clash : Light → Light → Bool
  | .red, .green => true
  | .green, .red => true
  | _, _ => false

-- vmcts: hole
def safe (_ : List Light) : Bool := true
-- vmcts: end

theorem safe_nil : safe [] = true := by simp [safe]

theorem safe_one (a : Light) : safe [a] = true := by simp [safe]

theorem safe_cons (a b : Light) (l : List Light) :
    safe (a :: b :: l) = (!clash a b && safe (b :: l)) := by
  simp [safe]

-- vmcts: hole
def path : Light → Light → List Light
  | .red, .red => [.red]
  | .yellow, .yellow => [.yellow]
  | .green, .green => [.green]
  | .red, .green => [.red, .yellow, .green]
  | .green, .red => [.green, .yellow, .red]
  | s, t => [s, t]
-- vmcts: end

theorem path_same (s : Light) : path s s = [s] := by
  cases s <;> rfl

theorem path_clash (s t : Light) (h : clash s t = true) : path s t = [s, .yellow, t] := by
  cases s <;> cases t <;> first | rfl | contradiction | simp [clash] at h

theorem path_length (s t : Light) : (path s t).length < 4 := by
  cases s <;> cases t <;> decide

theorem path_starts (s t : Light) : (path s t).head? = some s := by
  -- vmcts: hole
  cases s <;> cases t <;> rfl
  -- vmcts: end

theorem path_ends (s t : Light) : (path s t).getLast? = some t := by
  -- vmcts: hole
  cases s <;> cases t <;> rfl
  -- vmcts: end

theorem path_safe (s t : Light) : safe (path s t) = true := by
  -- vmcts: hole
  cases s <;> cases t <;> rfl
  -- vmcts: end
