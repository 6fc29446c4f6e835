package dev.vmcts.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StepGrammar;
import dev.vmcts.problem.Language;
import dev.vmcts.problem.ProblemReader;
import dev.vmcts.verify.VerifierState;
import org.junit.jupiter.api.Test;

/** Steps that are held to a grammar: what they begin with, and what the model is told. */
final class HeldTest {

  private static final Sampling SAMPLING = new Sampling(1, 1, 0, 50);
  private final FakeVerifier verifier = new FakeVerifier();

  private VerifierState root() throws Exception {
    return verifier.open(ProblemReader.parse("a.v", Language.COQ, "Admitted.")).root();
  }

  private Held held(String gbnf) {
    return new Held(verifier, new StepGrammar(gbnf, ""));
  }

  @Test
  void opening_thatTheGrammarKnows_isKept() throws Exception {
    Held held = held("root ::= \"open.\" | \"work.\"");
    assertThat(held.opening(root(), "op")).isEqualTo("op");
    assertThat(held.opening(root(), "done. wo")).isEqualTo("done. wo");
    assertThat(held.opening(root(), "")).isEmpty();
  }

  @Test
  void opening_thatNoStepBeginsWith_isLeftOut() throws Exception {
    Held held = held("root ::= \"open.\" | \"work.\"");
    assertThat(held.opening(root(), "on")).isEmpty();
    assertThat(new Held(verifier, null).opening(root(), "on")).isEqualTo("on");
  }

  @Test
  void sampling_stepThatHasBegun_tellsTheModelOfItsBeginning() throws Exception {
    Held held = held("root ::= \"open.\"");
    assertThat(held.sampling(root(), SAMPLING, "work. op").grammar())
        .isEqualTo(new StepGrammar("root ::= \"open.\"", " op"));
    assertThat(new Held(verifier, null).sampling(root(), SAMPLING, "op")).isEqualTo(SAMPLING);
  }

  @Test
  void held_whatIsNoGrammar_isRefused() {
    assertThatThrownBy(() -> held("root = x")).hasMessageStartingWith("1:6: ");
  }
}
