package dev.vmcts.verifiers.lean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.vmcts.problem.Header;
import dev.vmcts.problem.Language;
import dev.vmcts.problem.Problem;
import dev.vmcts.verifiers.frame.QuickstartContract;
import dev.vmcts.verifiers.frame.Walk;
import dev.vmcts.verify.Acceptance;
import dev.vmcts.verify.VerifierSession;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The problems of the quickstart: the real Lean accepts each reference solution and refuses each mutant. */
final class LeanQuickstartTest extends QuickstartContract {

  LeanQuickstartTest() {
    super(Language.LEAN);
  }

  @Override
  protected Acceptance accept(Problem problem, List<String> fills) throws Exception {
    RealLean.assume();
    return new LeanVerifier(RealLean.OPTIONS).accept(problem, fills);
  }

  /** No prefix of a solution may be refused: the search would never find it. */
  @TestFactory
  Stream<DynamicTest> step_everyReference_isVerifiedStepByStep() throws Exception {
    return names().stream()
        .map(name -> dynamicTest(name, () -> {
          RealLean.assume();
          LeanVerifier lean = new LeanVerifier(RealLean.OPTIONS);
          Problem problem = problem(name);
          try (VerifierSession session = lean.open(problem)) {
            Walk.reference(session, problem, lean.stepReader());
          }
        }));
  }

  /** Without a verifier at least the cut into steps loses nothing. */
  @TestFactory
  Stream<DynamicTest> split_everyReference_holdsAllOfIt() throws Exception {
    return names().stream()
        .map(name -> dynamicTest(name, () -> {
          for (String fill : problem(name).reference()) {
            List<String> steps = new LeanStepReader().split(fill);

            assertThat(String.join("\n", steps).strip().replaceAll("\\s+", " "))
                .isEqualTo(fill.strip().replaceAll("\\s+", " "));
          }
        }));
  }

  @Tag("slow")
  @TestFactory
  Stream<DynamicTest> accept_everyProblem_referencesOnly() throws Exception {
    return names().stream().flatMap(this::judgements);
  }

  @Test
  void read_ownFile_gapsAreHoles() throws Exception {
    Problem own = problem("own");

    assertThat(own.header()).isEqualTo(Header.NONE);
    assertThat(own.holes()).hasSize(2);
    assertThat(
            accept(
                own,
                List.of(
                    "rfl",
                    "induction n with\n  | zero => exact Nat.zero_le _\n  | succ n ih => simp only [sumTo] <;> omega")))
        .isInstanceOf(Acceptance.Accepted.class);
    assertThat(accept(own, List.of("rfl", "sorry"))).isInstanceOf(Acceptance.Refused.class);
  }
}
