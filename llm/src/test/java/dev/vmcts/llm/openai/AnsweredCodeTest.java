package dev.vmcts.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.llm.Prompt;
import dev.vmcts.llm.Prompt.Role;
import dev.vmcts.llm.Prompt.Turn;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnsweredCodeTest {

  private static final String FILE = "Lemma a : 0 = 0.\nProof.\nintros.\n";
  private static final List<Turn> TURNS = List.of(new Turn(Role.USER, FILE));
  private static final String FENCE = "```coq\n";

  private static Prompt asking(String file) {
    return new Prompt(TURNS, FENCE, file);
  }

  private static Prompt continuing(String file) {
    return new Prompt(TURNS, FENCE + file, file);
  }

  /** In what is read, {@code ~} is a line break. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      delimiter = '!',
      value = {
        "'```coq~auto.~Qed.~```~This proves it.' ! 'auto.~Qed.~'",
        "'Here is the next step:~~```~auto.~```' ! 'auto.~'",
        "'auto.~Qed.' ! 'auto.~Qed.'",
        "'```coq~Lemma a : 0 = 0.~Proof.~intros.~auto.~```' ! 'auto.~'",
        "'```coq~Proof.~intros.  ~auto.~```' ! 'auto.~'",
        "'```coq~intros.~auto.~```' ! 'intros.~auto.~'",
        "'```coq~Proof.~auto.~```' ! 'Proof.~auto.~'",
        "'Proof.~intros.~auto.' ! 'auto.~'",
        "'```coq~Lemma a : 0 = 0.~```' ! 'Lemma a : 0 = 0.~'",
        "'```coq~auto' ! 'auto'",
        "'```coq' ! '```coq'",
        "'' ! ''",
      })
  void of_answerOfItsOwn_isWhatItAdds(String answer, String code) {
    assertThat(code(asking(FILE), answer)).isEqualTo(lines(code));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      delimiter = '!',
      value = {
        "'auto.~Qed.~```~This proves it.' ! 'auto.~Qed.~'",
        "'  auto.' ! '  auto.'",
        "'Proof.~intros.~auto.' ! 'Proof.~intros.~auto.'",
        "'```~The proof is complete.' ! ''",
        "'```coq~Lemma a : 0 = 0.~Proof.~intros.~auto.~```' ! 'auto.~'",
        "'```coq~auto.~```' ! 'auto.~'",
        "'' ! ''",
      })
  void of_answerThatIsGoneOnWith_isTakenAsItComes(String answer, String code) {
    assertThat(code(continuing(FILE), answer)).isEqualTo(lines(code));
  }

  @Test
  void of_answerWithItsBeginning_isWhatFollows() {
    assertThat(code(continuing(FILE), FENCE + FILE + "auto.\n```\n")).isEqualTo("auto.\n");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      delimiter = '!',
      value = {
        "'```coq~Fixpoint f (n : nat) := n.~```' ! ' (n : nat) := n.~'",
        "'```coq~ (n : nat) := n.~```' ! ' (n : nat) := n.~'",
        "'```coq~intros.~Fixpoint f := 1.~```' ! ' := 1.~'",
      })
  void of_lineThatGoesOn_isNotRepeated(String answer, String code) {
    assertThat(code(asking(FILE + "Fixpoint f"), answer)).isEqualTo(lines(code));
  }

  @Test
  void of_thought_isNotCode() {
    Prompt reflect = new Prompt(TURNS, "", "");
    assertThat(code(reflect, "Wrong is\n```coq\nauto.\n```\nsince"))
        .isEqualTo("Wrong is\n```coq\nauto.\n```\nsince");
    assertThat(code(Prompt.of(FILE), "```\n")).isEqualTo("```\n");
  }

  /** The code in the end; while it came in, nothing was taken for code that is none in the end. */
  private static String code(Prompt prompt, String answer) {
    AnsweredCode code = new AnsweredCode(prompt);
    String whole = lines(answer);
    String last = code.of(whole, true).text();
    for (int length = 0; length <= whole.length(); length++) {
      AnsweredCode.Code part = code.of(whole.substring(0, length), false);
      String text = part.text().replaceFirst("\n[ \t]*`{1,2}$", "\n");
      assertThat(last).as("after %s characters of %s", length, whole).startsWith(text);
    }
    return last;
  }

  private static String lines(String text) {
    return text.replace('~', '\n');
  }
}
