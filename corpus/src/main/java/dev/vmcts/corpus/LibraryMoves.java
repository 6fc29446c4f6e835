package dev.vmcts.corpus;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Rewriting with lemmas of Coq's library on lists, booleans and numbers, where a goal has the terms that they are about. */
final class LibraryMoves {

  /** A lemma and what a goal must have for it. */
  private record Law(String tactic, Pattern needs, double cost) {

    Law(String tactic, String needs, double cost) {
      this(tactic, Pattern.compile(needs), cost);
    }
  }

  private static final List<Law> LAWS = List.of(
      new Law("rewrite app_nil_r.", "\\+\\+ \\[\\]", 0.4),
      new Law("rewrite app_assoc.", "\\+\\+.*\\+\\+", 0.9),
      new Law("rewrite <- app_assoc.", "\\) \\+\\+|\\+\\+ .* \\+\\+", 0.9),
      new Law("rewrite app_length.", "length \\(.*\\+\\+", 0.6),
      new Law("rewrite map_app.", "map .*\\+\\+", 0.7),
      new Law("rewrite filter_app.", "filter .*\\+\\+", 0.7),
      new Law("rewrite rev_app_distr.", "rev \\(.*\\+\\+", 0.6),
      new Law("rewrite existsb_app.", "existsb .*\\+\\+", 0.7),
      new Law("rewrite forallb_app.", "forallb .*\\+\\+", 0.7),
      new Law("rewrite list_sum_app.", "list_sum \\(.*\\+\\+", 0.7),
      new Law("rewrite in_app_iff.", "In .*\\+\\+", 0.7),
      new Law("rewrite rev_involutive.", "rev \\(rev ", 0.6),
      new Law("rewrite rev_length.", "length \\(rev ", 0.7),
      new Law("rewrite map_length.", "length \\(map ", 0.7),
      new Law("rewrite map_rev.", "map .*rev |rev .*map ", 1.0),
      new Law("rewrite <- in_rev.", "In .*rev ", 1.0),
      new Law("rewrite in_map_iff.", "In .*map ", 1.3),
      new Law("rewrite filter_In.", "In .*filter ", 1.1),
      new Law("rewrite firstn_skipn.", "firstn .*skipn ", 1.0),
      new Law("rewrite andb_true_r.", "&& true", 0.5),
      new Law("rewrite andb_false_r.", "&& false", 0.5),
      new Law("rewrite orb_false_r.", "\\|\\| false", 0.5),
      new Law("rewrite orb_true_r.", "\\|\\| true", 0.5),
      new Law("rewrite andb_assoc.", "&&.*&&", 1.2),
      new Law("rewrite orb_assoc.", "\\|\\|.*\\|\\|", 1.2),
      new Law("rewrite negb_andb.", "negb \\(.*&&", 0.8),
      new Law("rewrite negb_orb.", "negb \\(.*\\|\\|", 0.8),
      new Law("rewrite Nat.add_0_r.", "\\+ 0", 0.6),
      new Law("rewrite Nat.add_assoc.", " \\+ .* \\+ ", 1.6),
      new Law("rewrite Nat.mul_assoc.", "\\*.*\\*", 1.4),
      new Law("rewrite Nat.mul_add_distr_l.", "\\* \\(.*\\+", 1.4),
      new Law("rewrite Nat.mul_add_distr_r.", "\\+.*\\) \\*", 1.4),
      new Law("rewrite Nat.mul_1_r.", "\\* 1\\b", 0.7),
      new Law("rewrite Nat.mul_0_r.", "\\* 0\\b", 0.7),
      new Law("ring.", "\\*.* = ", 1.7),
      new Law("intuition.", "In .*(<->|\\\\/|->)", 1.6),
      new Law("auto using in_or_app.", "In .*\\+\\+", 1.8));

  private LibraryMoves() {}

  /** Offers the moves for a conclusion, each with its cost. */
  static void of(String conclusion, BiConsumer<Double, String> move) {
    for (Law law : LAWS) {
      if (law.needs.matcher(conclusion).find()) {
        move.accept(law.cost, law.tactic);
      }
    }
  }
}
