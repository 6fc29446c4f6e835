package dev.vmcts.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FillBordersTest {

  /** {@code ¶} is a line break, {@code []} the hole. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "LEAN  | f([])           | x              | f( x )",
        "LEAN  | by¶  []¶        | simp           | by¶  simp¶",
        "LEAN  | -- a[]-- b      | rfl            | -- a¶rfl -- b",
        "LEAN  | -- a[]-- b      | \" /-¶axiom -/\" | -- a¶ /-¶axiom -/ -- b",
        "LEAN  | -- a[]-- b      | \"¶  rfl¶\"    | -- a¶  rfl¶-- b",
        "LEAN  | -- a[]-- b      | \"\"           | -- a¶-- b",
        "LEAN  | ([] : T)        | rfl -- x       | ( rfl -- x¶ : T)",
        "DAFNY | // a[]// b      | x := 1;        | // a¶x := 1;¶// b",
        "DAFNY | // a[]// b      | \" /*¶ c */\"   | // a¶ /*¶ c */¶// b",
        "DAFNY | /* a */[] x;    | y; // z        | /* a */¶y; // z¶ x;",
        "COQ   | Proof.[]Qed.    | auto.          | Proof.¶auto.¶Qed.",
        "COQ   | Proof.[]Qed.    | \"\"           | Proof.¶Qed."
      })
  void parted_everyBorder_partsWhereTextsWouldRunIntoEachOther(
      Language language, String given, String text, String expected) {
    List<String> pieces = List.of(lines(given).split("\\[]", -1));
    Problem problem =
        new Problem("test", language, Header.NONE, pieces, List.of(new Hole(0, 1, 1, "")));

    assertThat(problem.fill(FillBorders.parted(problem, List.of(lines(text)))))
        .isEqualTo(lines(expected));
    assertThatThrownBy(() -> FillBorders.parted(problem, List.of()))
        .hasMessage("test has 1 holes, not 0");
  }

  private static String lines(String text) {
    return text.replace('¶', '\n');
  }
}
