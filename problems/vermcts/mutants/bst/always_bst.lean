/-
---
title: Insertion into a binary search tree
spec: |
  Define contains : Nat → Tree → Prop, which never holds for .leaf, and for .node l v r if x = v ∨ contains x l ∨ contains x r.
  Define bst : Nat → Nat → Tree → Prop, which always holds for .leaf, and bst lo hi (.node l v r) if
  lo < v ∧ v < hi ∧ bst lo v l ∧ bst v hi r.
  Define insert : Nat → Tree → Tree in the namespace Tree. Prove that it puts x in, keeps what was there, adds nothing else,
  and keeps bst for bounds with x between them.
hints: ["Tree.insert compares x with v by if; prove each by induction on t with split."]
budget: {tokens: 20000, minutes: 6}
---
-/
inductive Tree where
  | leaf
  | node (l : Tree) (v : Nat) (r : Tree)

-- vmcts: hole
def contains (x : Nat) : Tree → Prop
  | .leaf => False
  | .node l v r => x = v ∨ contains x l ∨ contains x r
-- vmcts: end

theorem contains_leaf (x : Nat) : ¬ contains x .leaf := by simp [contains]

theorem contains_node (x : Nat) (l : Tree) (v : Nat) (r : Tree) :
    contains x (.node l v r) ↔ x = v ∨ contains x l ∨ contains x r := by
  simp [contains]

-- vmcts: hole
def bst (_ _ : Nat) (_ : Tree) : Prop := True
-- vmcts: end

theorem bst_leaf (lo hi : Nat) : bst lo hi .leaf := by simp [bst]

theorem bst_node (lo hi : Nat) (l : Tree) (v : Nat) (r : Tree) :
    bst lo hi (.node l v r) ↔ lo < v ∧ v < hi ∧ bst lo v l ∧ bst v hi r := by
  simp [bst]

-- vmcts: hole
def Tree.insert (x : Nat) : Tree → Tree
  | .leaf => .node .leaf x .leaf
  | .node l v r =>
    if x < v then .node (Tree.insert x l) v r
    else if v < x then .node l v (Tree.insert x r)
    else .node l v r
-- vmcts: end

theorem insert_new (x : Nat) (t : Tree) : contains x (Tree.insert x t) := by
  -- vmcts: hole
  induction t with
  | leaf => simp [Tree.insert, contains]
  | node l v r ihl ihr =>
    simp only [Tree.insert]
    split
    · simp [contains, ihl]
    · split
      · simp [contains, ihr]
      · simp only [contains]
        omega
  -- vmcts: end

theorem insert_old (x y : Nat) (t : Tree) (h : contains y t) : contains y (Tree.insert x t) := by
  -- vmcts: hole
  induction t with
  | leaf => simp [contains] at h
  | node l v r ihl ihr =>
    simp only [contains] at h
    simp only [Tree.insert]
    split
    · simp only [contains]
      rcases h with h | h | h
      · exact Or.inl h
      · exact Or.inr (Or.inl (ihl h))
      · exact Or.inr (Or.inr h)
    · split
      · simp only [contains]
        rcases h with h | h | h
        · exact Or.inl h
        · exact Or.inr (Or.inl h)
        · exact Or.inr (Or.inr (ihr h))
      · simpa only [contains] using h
  -- vmcts: end

theorem insert_bst (x : Nat) (t : Tree) (lo hi : Nat) (h : lo < x ∧ x < hi) (b : bst lo hi t) :
    bst lo hi (Tree.insert x t) := by
  -- vmcts: hole
  induction t generalizing lo hi with
  | leaf => simp [Tree.insert, bst, h]
  | node l v r ihl ihr =>
    simp only [bst] at b
    simp only [Tree.insert]
    split
    · simp only [bst]
      exact ⟨b.1, b.2.1, ihl lo v ⟨h.1, by assumption⟩ b.2.2.1, b.2.2.2⟩
    · split
      · simp only [bst]
        exact ⟨b.1, b.2.1, b.2.2.1, ihr v hi ⟨by assumption, h.2⟩ b.2.2.2⟩
      · simpa only [bst] using b
  -- vmcts: end
