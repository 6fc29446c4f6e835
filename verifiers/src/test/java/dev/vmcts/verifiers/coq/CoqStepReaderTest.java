package dev.vmcts.verifiers.coq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.llm.StopRule;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CoqStepReaderTest {

  private final CoqStepReader reader = new CoqStepReader();

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          reflexivity. auto.                 | reflexivity.
          apply Nat.add_comm. auto.          | apply Nat.add_comm.
          exact (x.(f) 1.5). auto.           | exact (x.(f) 1.5).
          intros (* a. b *) n. auto.         | intros (* a. b *) n.
          (* one. *) intros. auto.           | (* one. *) intros.
          (* (* nested. *) \". *)\" *) a. b. | (* (* nested. *) \". *)\" *) a.
          idtac \"a. \"\" b. \". auto.       | idtac \"a. \"\" b. \".
          - auto.                            | -
          -- auto.                           | --
          -+ auto.                           | -
          { auto. }                          | {
          } auto.                            | }
          2:{ auto. }                        | 2:{
          2 : { auto. }                      | 2 : {
          [x]: { auto. }                     | [x]: {
          all: auto. b.                      | all: auto.
          1-3: auto. b.                      | 1-3: auto.
          f x .. y. b.                       | f x .. y.
          auto... b.                         | auto...
          Record r := { a : nat }. b.        | Record r := { a : nat }.
          exact (a - b). c.                  | exact (a - b).
          apply α.β. c.                      | apply α.β.
          (*) still a comment. *) a. b       | (*) still a comment. *) a.
          """)
  void endOfStep_oneStepAndMore_isBehindTheStep(String text, String step) {
    int end = reader.endOfStep(text, false);

    assertThat(end).isPositive();
    assertThat(text.substring(0, end)).isEqualTo(step);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n",
        "(* only *)",
        "intros n",
        "(* open. ",
        "idtac \"open. ",
        "auto..",
        "auto.}"
      })
  void endOfStep_noWholeStep_isNone(String text) {
    assertThat(reader.endOfStep(text, true)).isEqualTo(-1);
    assertThat(reader.endOfStep(text, false)).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto.", "-", "--", "auto..."})
  void endOfStep_nextCharacterCouldUndoIt_isOnlyTheEndAtTheEnd(String text) {
    assertThat(reader.endOfStep(text, false)).isEqualTo(-1);
    assertThat(reader.endOfStep(text, true)).isEqualTo(text.length());
    assertThat(reader.endOfStep(text + " ", false)).isEqualTo(text.length());
  }

  @Test
  void split_proofWithBulletsAndBraces_givesEachItsOwnStep() {
    assertThat(reader.split("Proof.\n split.\n - { auto. }\n - now apply f.\nQed. (* end *)"))
        .containsExactly("Proof.", "split.", "-", "{", "auto.", "}", "-", "now apply f.", "Qed.");
  }

  @Test
  void sentences_minusDirectlyAfterGoalBrace_isNoBulletAsInCoq() {
    assertThat(CoqSentence.split("2:{ - auto. }").sentences()).hasSize(3);
  }

  @Test
  void named_coq_findsTheReader() {
    assertThat(StopRule.named("coq")).isInstanceOf(CoqStepReader.class);
  }

  @Test
  void endOfStep_textOfMegabytes_isLinear() {
    String text = "(* a ( * \" ) \" *) f ".repeat(200_000);

    assertThat(reader.endOfStep(text, true)).isEqualTo(-1);
    assertThat(reader.endOfStep("(*".repeat(1_000_000), true)).isEqualTo(-1);
  }

  @Test
  void endOfStep_anyText_neitherThrowsNorStandsStill() {
    List<String> pieces = List.of(
        ".", "..", "...", " ", "\n", "(*", "*)", "\"", "\"\"", "{", "}", "-", "+", "*", "x", "2",
        ":", "[", "]", "é", "𝒜", "\ud800", "0x", "1e", "1.", "'", "_", "\u00a0", "(", ")", "\0",
        "∀");
    Random random = new Random(20261124);
    for (int run = 0; run < 20_000; run++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(30); i > 0; i--) {
        text.append(pieces.get(random.nextInt(pieces.size())));
      }
      checkCover(text.toString());
    }
  }

  private void checkCover(String text) {
    int at = 0;
    int end = reader.endOfStep(text, true);
    while (end > 0) {
      assertThat(at + end).isLessThanOrEqualTo(text.length());
      at += end;
      end = reader.endOfStep(text.substring(at), true);
    }
    assertThat(end).isEqualTo(-1);
    int streamed = reader.endOfStep(text, false);
    if (streamed > 0) {
      assertThat(reader.endOfStep(text, true)).as(text).isEqualTo(streamed);
    }
  }
}
