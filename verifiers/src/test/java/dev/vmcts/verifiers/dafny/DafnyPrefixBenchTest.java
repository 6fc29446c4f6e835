package dev.vmcts.verifiers.dafny;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.problem.Problem;
import dev.vmcts.problem.ProblemReader;
import dev.vmcts.verifiers.frame.Walk;
import dev.vmcts.verifiers.process.Limits;
import dev.vmcts.verifiers.process.Scratch;
import dev.vmcts.verifiers.process.ToolRunner;
import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.VerifierState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a step costs, ending the hole included, beside a fresh {@code dafny} on the whole prefix, closed in the same way;
 * taken in turn, so that both meet the same load. Run by {@code ./check -Pbench}; {@code -Dvmcts.problems=N} takes the first
 * N problems only.
 */
@Tag("bench")
final class DafnyPrefixBenchTest {

  private static final Path RESULTS = Path.of("target", "bench", "dafny-prefixes.txt");
  private static final int PROBLEMS = Integer.getInteger("vmcts.problems", Integer.MAX_VALUE);
  private static final Limits LIMITS = new Limits(Duration.ofMinutes(5), 8L << 30);

  private final DafnyInstallation dafny = new DafnyInstallation(RealDafny.OPTIONS);
  private final List<String> lines = new ArrayList<>();
  private double stepSeconds;
  private double freshSeconds;

  @Test
  void step_besideFreshDafny_costsAtMostAThird() throws Exception {
    RealDafny.assume();
    Files.createDirectories(RESULTS.getParent());
    lines.add("Dafny " + new DafnyVerifier(RealDafny.OPTIONS).version());
    lines.add("tokens before  step [s]  fresh [s]  step");
    for (Path file : RealDafny.references().stream().limit(PROBLEMS).toList()) {
      walk(ProblemReader.read(file));
    }
    lines.add(String.format(
        Locale.ROOT,
        "all steps %.1f s, fresh runs %.1f s, ratio %.3f",
        stepSeconds,
        freshSeconds,
        stepSeconds / freshSeconds));
    Files.write(RESULTS, lines);
    assertThat(stepSeconds / freshSeconds).isLessThanOrEqualTo(1.0 / 3);
  }

  private void walk(Problem problem) throws Exception {
    lines.add(problem.name());
    DafnyVerifier verifier = new DafnyVerifier(RealDafny.OPTIONS);
    try (DafnySession session = (DafnySession) verifier.open(problem)) {
      VerifierState state = session.root();
      for (String reference : problem.reference()) {
        String waiting = "";
        for (String step : verifier.stepReader(state).split(reference)) {
          waiting = (waiting + "\n" + step).strip();
          long start = System.nanoTime();
          Verdict verdict = session.step(state, waiting);
          if (verdict instanceof Verdict.Verified verified) {
            session.close(verified.state());
          }
          double took = (System.nanoTime() - start) / 1e9;
          if (verdict instanceof Verdict.Verified verified) {
            state = verified.state();
            waiting = "";
            measure((DafnyState) state, took, step);
          } else {
            stepSeconds += took;
          }
        }
        state = Walk.verified(session.close(state));
      }
    }
  }

  private void measure(DafnyState state, double took, String step) throws Exception {
    String program = state.prefix().text() + state.prefix().closing(0);
    double fresh;
    try (Scratch scratch = Scratch.create()) {
      Files.writeString(scratch.folder().resolve("program.dfy"), program);
      List<String> command = new ArrayList<>(List.of(dafny.program().toString()));
      command.addAll(DafnyArguments.of(
          dafny.version(),
          DafnyCheck.verify(program, List.of()),
          Duration.ofSeconds(60),
          dafny.solver(),
          "program.dfy"));
      long start = System.nanoTime();
      new ToolRunner(RealDafny.OPTIONS.sandbox()).run(command, scratch.folder(), LIMITS);
      fresh = (System.nanoTime() - start) / 1e9;
    }
    stepSeconds += took;
    freshSeconds += fresh;
    lines.add(String.format(
        Locale.ROOT,
        "%13d %8.3f %10.3f  %s",
        DafnyLexer.code(state.prefix().text()).size(),
        took,
        fresh,
        step.replaceAll("\\s+", " ")));
    Files.write(RESULTS, lines);
  }
}
