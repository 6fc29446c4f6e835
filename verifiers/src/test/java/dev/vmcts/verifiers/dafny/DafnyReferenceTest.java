package dev.vmcts.verifiers.dafny;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.problem.Problem;
import dev.vmcts.problem.ProblemReader;
import dev.vmcts.verifiers.frame.Walk;
import dev.vmcts.verify.Acceptance;
import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.VerifierState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every reference solution of a Dafny problem, written step by step: no prefix of it may be refused. */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
final class DafnyReferenceTest {

  private static final DafnyVerifier DAFNY = new DafnyVerifier(RealDafny.OPTIONS);

  @BeforeAll
  static void dafnyIsThere() {
    RealDafny.assume();
  }

  static List<Path> references() throws IOException {
    return RealDafny.references();
  }

  static List<Path> ownReferences() throws IOException {
    return RealDafny.ownReferences();
  }

  @ParameterizedTest
  @MethodSource("references")
  void step_everyPrefixOfTheReference_isNeverRejected(Path file) throws Exception {
    Problem problem = ProblemReader.read(file);
    try (DafnySession session = (DafnySession) DAFNY.open(problem)) {
      VerifierState state = session.root();
      for (String reference : problem.reference()) {
        state = write(session, state, DAFNY.stepReader(state).split(reference));
      }
      assertThat(state.complete()).isTrue();
    }
  }

  /** Writes the steps into the hole of a state and ends the hole. */
  private static VerifierState write(DafnySession session, VerifierState start, List<String> steps)
      throws Exception {
    VerifierState state = start;
    String waiting = "";
    for (String step : steps) {
      waiting = (waiting + "\n" + step).strip();
      Verdict verdict = session.step(state, waiting);
      assertThat(verdict).as(waiting).isNotInstanceOf(Verdict.Rejected.class);
      if (verdict instanceof Verdict.Verified verified) {
        state = verified.state();
        waiting = "";
        assertThat(session.close(state)).as(step).isNotInstanceOf(Verdict.Rejected.class);
      }
    }
    assertThat(waiting).isEmpty();
    return Walk.verified(session.close(state));
  }

  /** Those of the tests alone: {@code vmcts problem check} accepts every reference of the project. */
  @ParameterizedTest
  @MethodSource("ownReferences")
  void accept_reference_isAccepted(Path file) throws Exception {
    Problem problem = ProblemReader.read(file);

    Acceptance acceptance = DAFNY.accept(problem, problem.reference());

    assertThat(acceptance).isInstanceOf(Acceptance.Accepted.class);
  }
}
