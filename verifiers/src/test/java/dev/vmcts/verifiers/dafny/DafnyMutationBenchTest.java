package dev.vmcts.verifiers.dafny;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.problem.Problem;
import dev.vmcts.problem.ProblemReader;
import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.VerifierState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How early solutions with one token changed are refused; run by {@code ./check -Pbench}. */
@Tag("bench")
final class DafnyMutationBenchTest {

  private static final int ROUNDS = Integer.getInteger("vmcts.mutations", 8);
  private static final Path RESULTS = Path.of("target", "dafny-mutations.txt");

  /** How a changed solution fared. */
  private enum Fate {
    STILL_GOOD,
    REJECTED_EARLY,
    REJECTED_AT_LAST_STEP,
    NOT_REJECTED
  }

  private final List<String> lines = new ArrayList<>();

  @Test
  void step_oneTokenChanged_isRejectedBeforeTheLastStepInMostCases() throws Exception {
    RealDafny.assume();
    RandomGenerator random = new Random(11);
    int broken = 0;
    int early = 0;
    for (Path file : RealDafny.references()) {
      Problem problem = ProblemReader.read(file);
      try (DafnySession session =
          (DafnySession) new DafnyVerifier(RealDafny.OPTIONS).open(problem)) {
        for (int round = 0; round < ROUNDS; round++) {
          Fate fate = fate(session, file, DafnyMutations.one(problem, random));
          broken += fate == Fate.STILL_GOOD ? 0 : 1;
          early += fate == Fate.REJECTED_EARLY ? 1 : 0;
        }
      }
    }
    lines.add("broken " + broken + ", rejected before the last step " + early);
    Files.write(RESULTS, lines);
    assertThat(early).isGreaterThanOrEqualTo((int) Math.ceil(0.6 * broken));
  }

  private Fate fate(DafnySession session, Path file, List<String> fills) throws Exception {
    DafnyStepReader reader = new DafnyStepReader();
    VerifierState state = session.root();
    for (int hole = 0; hole < fills.size(); hole++) {
      List<String> steps = reader.split(fills.get(hole));
      boolean whole = squeezed(String.join("", steps)).equals(squeezed(fills.get(hole)));
      String waiting = "";
      for (int i = 0; i < steps.size(); i++) {
        waiting = (waiting + "\n" + steps.get(i)).strip();
        Verdict verdict = session.step(state, waiting);
        if (verdict instanceof Verdict.Rejected rejected) {
          boolean last = hole == fills.size() - 1 && i == steps.size() - 1;
          return note(
              file,
              last ? Fate.REJECTED_AT_LAST_STEP : Fate.REJECTED_EARLY,
              waiting,
              rejected.diagnostic().message());
        } else if (verdict instanceof Verdict.Verified next) {
          state = next.state();
          waiting = "";
        }
      }
      Verdict end = session.close(state);
      if (!whole || !waiting.isEmpty() || !(end instanceof Verdict.Verified verified)) {
        boolean rejected = end instanceof Verdict.Rejected && hole < fills.size() - 1;
        return note(
            file,
            rejected ? Fate.REJECTED_EARLY : Fate.NOT_REJECTED,
            fills.get(hole),
            end.toString());
      }
      state = verified.state();
    }
    return note(file, Fate.STILL_GOOD, String.join("|", fills), "");
  }

  private Fate note(Path file, Fate fate, String text, String why) throws Exception {
    lines.add(fate + " " + file.getFileName() + ": " + text.replaceAll("\\s+", " ") + " -- " + why);
    Files.write(RESULTS, lines);
    return fate;
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", "");
  }
}
