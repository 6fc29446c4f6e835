package dev.vmcts.verifiers.lean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where Lean's commands and tactics end; in the texts below a line with a bar alone parts two steps. */
final class LeanStepReaderTest {

  private static final LeanStepReader READER = new LeanStepReader();

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Tactics by lines; deeper lines belong to the tactic.
        "  intro n\n¦\n  exact foo\n    bar\n¦\n  rfl",
        // Blocks are opened by a step and filled by others.
        "  induction n with\n¦\n  | zero => rfl\n¦\n  | succ n ih =>\n¦\n    simp\n¦\n    omega",
        "  constructor\n¦\n  · intro h\n¦\n    exact h\n¦\n  · rfl",
        "  ·\n¦\n    rfl",
        "  have h : a = b := by\n¦\n    simp\n¦\n  exact h",
        "  have h : a = b := by simp\n¦\n  exact h",
        "  case inl h =>\n¦\n    exact h\n¦\n  case inr h => exact h",
        "  match n with\n¦\n  | 0 => rfl\n¦\n  | n + 1 => simp",
        // What goes on with the line above.
        "  first\n  | omega\n  | simp",
        "  constructor\n  <;> simp",
        "  rcases h with\n    ⟨a, b⟩",
        "  calc a = b := by simp\n    _ = c := by\n      omega\n¦\n  rfl",
        "  simp [foo,\n  bar]\n¦\n  exact (by\n  simp)",
        "  exact match n with\n    | 0 => a\n    | n + 1 => b",
        // Comments, strings and names hide nothing and end nothing.
        "  exact h -- by\n¦\n  -- a comment\n  rfl",
        "  exact f \"a\n  b\"\n¦\n  exact h.1.2",
        "  exact f '\"' h'\n¦\n  rfl",
        // Commands.
        "def f : Nat → Nat\n  | 0 => 0\n  | n + 1 => f n\n¦\ntheorem t : f 0 = 0 := by\n¦\n  rfl",
        "def f (n : Nat) : Nat :=\n  match n with\n  | 0 => 1\n  | n + 1 =>\n    f n\ntermination_by n",
        "@[simp]\ntheorem t : True :=\n  trivial\n¦\nexample : 1 = 1 := rfl",
        "inductive T where\n  | a\n  | b\n  deriving Repr\n¦\nstructure S where\n  x : Nat",
        "mutual\ndef f : Nat → Nat\n  | 0 => 0\n  | n + 1 => g n\ndef g : Nat → Nat\n  | 0 => 0\n  | n + 1 => f n\nend\n¦\ndef h := 1",
        "theorem t : True := by trivial\n¦\n/-- Doc. -/\ndef f := 1",
        "set_option maxHeartbeats 1000 in\ntheorem t : True := trivial",
        "theorem t (n : Nat) :\n    n = n := by\n¦\n  rfl"
      })
  void split_text_isCutWhereMarked(String marked) {
    List<String> steps = Arrays.stream(marked.split("\n¦\n", -1)).toList();
    String text = String.join("\n", steps);

    assertThat(READER.split(text).stream().map(LeanStepReaderTest::code))
        .containsExactlyElementsOf(steps.stream().map(LeanStepReaderTest::code).toList());
    assertThat(READER.split(text).get(0)).startsWith(steps.get(0).substring(0, 3));
  }

  /** A comment may stand in front of a step or behind it. */
  private static String code(String step) {
    return step.replaceAll("--[^\n]*\n?|/--.*?-/", "").strip();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "-- a comment",
        "  exact (a",
        "  exact \"a",
        "  simp [",
        "/- open",
        "mutual\ndef f := 1"
      })
  void endOfStep_textWithoutAWholeStep_isNone(String text) {
    assertThat(READER.endOfStep(text, true)).isEqualTo(-1);
  }

  @Test
  void cut_streamedText_endsOnlyWhenNothingCanUndoIt() {
    String text = "  rw [foo]\n  <;> simp\n  rfl\n";
    int end = text.indexOf("simp") + 4;

    for (int i = 0; i <= text.length(); i++) {
      int cut = READER.cut(text.substring(0, i));

      assertThat(cut).as(text.substring(0, i)).isIn(-1, end);
      assertThat(cut == end).as(text.substring(0, i)).isEqualTo(i > text.indexOf("rfl") + 3);
    }
  }

  @Test
  void cut_lineThatOpensABlock_endsWithTheLine() {
    assertThat(READER.cut("  | zero =>")).isEqualTo(-1);
    assertThat(READER.cut("  | zero =>\n")).isEqualTo(11);
    assertThat(READER.cut("  induction n with\n")).isEqualTo(18);
  }

  @Test
  void trim_step_keepsItsIndentation() {
    assertThat(READER.trim("\n\n  rfl \n")).isEqualTo("  rfl");
  }
}
