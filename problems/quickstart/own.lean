def sumTo : Nat → Nat
  | 0 => 0
  | n + 1 => (n + 1) + sumTo n

theorem sum_zero : sumTo 0 = 0 := sorry

theorem sum_grows (n : Nat) : n ≤ sumTo n := by
  sorry
