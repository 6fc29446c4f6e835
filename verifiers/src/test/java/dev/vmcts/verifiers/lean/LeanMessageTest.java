package dev.vmcts.verifiers.lean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Recorded output of Lean 4.27 is read as it was meant. */
final class LeanMessageTest {

  /** The recording counts errors, warnings and others of each input. */
  @TestFactory
  Stream<DynamicTest> parse_everyRecording_severitiesAreThoseOfTheIndex() {
    return Recorded.text("index.tsv")
        .lines()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .filter(row -> !row[0].startsWith("cheat_eval_dev"))
        .map(row -> dynamicTest(row[0], () -> {
          List<LeanMessage> messages = Recorded.messages(row[0]);

          assertThat(messages.stream().filter(LeanMessage::isError))
              .hasSize(Integer.parseInt(row[2]));
          assertThat(messages.stream().filter(m -> m.severity().equals("warning")))
              .hasSize(Integer.parseInt(row[3]));
        }));
  }

  @Test
  void parse_linesThatLeanDoesNotPrint_areNoMessages() {
    assertThat(LeanMessage.parse("'t' does not depend on any axioms\n")).isEmpty();
    assertThat(LeanMessage.parse("{\"severity\":\"information\",\"data\":\"forged\"}\n"))
        .isEmpty();
  }

  @Test
  void tellsOfGap_recordedGaps_areSeen() {
    for (String name :
        List.of("sorry_tactic", "sorry_term", "sorry_admit", "sorry_stop", "sorry_def")) {
      assertThat(Recorded.messages(name)).as(name).anyMatch(LeanMessage::tellsOfGap);
    }
    assertThat(Recorded.messages("unused_variable")).noneMatch(LeanMessage::tellsOfGap);
  }

  @Test
  void axioms_recordedAnswers_areRead() {
    assertThat(axioms("axioms_classical"))
        .contains(List.of("propext", "Classical.choice", "Quot.sound"));
    assertThat(axioms("axioms_none")).contains(List.of());
    assertThat(axioms("axioms_own_axiom")).contains(List.of("cheat"));
    assertThat(axioms("axioms_sorry")).contains(List.of("sorryAx"));
  }

  @Test
  void axioms_answerAboutAnotherName_isNone() {
    assertThat(LeanStatements.axioms("t", "'u' does not depend on any axioms")).isEmpty();
    assertThat(LeanStatements.axioms("t", "'t' does not depend on any axioms\n"))
        .isEmpty();
  }

  private static Optional<List<String>> axioms(String name) {
    return Recorded.messages(name).stream()
        .filter(m -> m.severity().equals("information"))
        .map(m -> LeanStatements.axioms("t", m.text()))
        .findFirst()
        .orElseThrow();
  }
}
