package dev.vmcts.prompt.context;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The names in a text, by which texts are compared. */
final class Terms {

  /** A name of two characters or more: those of one are variables, which say nothing. */
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_']+");

  /** Words of the languages, which everything shares: in a small library they could be rare all the same. */
  private static final Set<String> WORDS = Set.of(
      ("Require Import Export From Open Scope Section End Definition Fixpoint Inductive Lemma Theorem Example Fact Remark"
              + " Corollary Proposition Proof Qed Defined Admitted Prop Set Type forall exists fun fix match with end let"
              + " in if then else return as at Hint Notation Ltac"
              + " function method lemma predicate ghost opaque datatype type class module import const var returns"
              + " requires ensures invariant decreases modifies reads assert assume calc case while for to downto"
              + " static twostate old"
              + " def theorem structure inductive instance abbrev namespace open by have show from where do sorry")
          .split(" "));

  private Terms() {}

  /** All of them, as often as they occur. */
  static List<String> of(String text) {
    return NAME.matcher(text)
        .results()
        .map(MatchResult::group)
        .filter(name -> !WORDS.contains(name))
        .toList();
  }
}
