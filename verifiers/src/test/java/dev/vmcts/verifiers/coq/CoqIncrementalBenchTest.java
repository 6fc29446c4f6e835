package dev.vmcts.verifiers.coq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.verifiers.frame.Walk;
import dev.vmcts.verifiers.process.Limits;
import dev.vmcts.verifiers.process.Sandbox;
import dev.vmcts.verifiers.process.Scratch;
import dev.vmcts.verifiers.process.ToolRunner;
import dev.vmcts.verify.VerifierSession;
import dev.vmcts.verify.VerifierState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a step costs in a session, beside what a fresh {@code coqc} of the same text costs.
 *
 * <p>All times are wall times as a caller sees them. The table is printed and written to {@code target/bench}.
 */
@Tag("bench")
final class CoqIncrementalBenchTest {

  private static final String HEADER = "Require Import Arith Lia.\n";
  private static final int LEMMA = 5;
  private static final CoqOptions OPTIONS =
      RealCoq.options(Duration.ofSeconds(60), Sandbox.AUTO, 1);

  private final StringBuilder table = new StringBuilder();

  @BeforeAll
  static void coqIsThere() {
    RealCoq.assume();
  }

  @Test
  void step_comparedWithCoqc_isFlatAndMuchCheaper() throws Exception {
    line("Coq %s, sandbox: %s", new CoqVerifier(OPTIONS).version(), Sandbox.AUTO.describe());
    try (VerifierSession warmUp = open(OPTIONS)) {
      walk(warmUp, warmUp.root(), 0, 40, new ArrayList<>());
    }
    double ratio = againstCoqc();
    double growth = growth();
    branches();
    System.out.print(table);
    Files.createDirectories(Path.of("target/bench"));
    Files.writeString(Path.of("target/bench/coq-incremental.txt"), table);
    assertThat(ratio).as("coqc / step at 100 sentences").isGreaterThanOrEqualTo(150);
    assertThat(growth).as("last 100 of 500 / first 100").isLessThanOrEqualTo(1.5);
  }

  /** Side by side: after each round of steps a round of coqc, so that both meet the same load. */
  private double againstCoqc() throws Exception {
    line("");
    line(
        "One more sentence after a prefix (mean over the sentences of a lemma), and a fresh coqc of all of it;");
    line("medians of 9 rounds, taken in turn");
    line("%10s %12s %12s %10s", "prefix", "step [ms]", "coqc [ms]", "coqc/step");
    double at100 = 0;
    for (int prefix : new int[] {0, 100, 500}) {
      List<Double> steps = new ArrayList<>();
      List<Double> fresh = new ArrayList<>();
      try (VerifierSession session = open(OPTIONS)) {
        VerifierState end = walk(session, session.root(), 0, prefix / LEMMA, new ArrayList<>());
        for (int round = 0; round < 9; round++) {
          List<Double> lemma = new ArrayList<>();
          walk(session, end, 1000 + round, 1, lemma);
          steps.add(lemma.stream().mapToDouble(d -> d).average().orElseThrow());
          fresh.add(coqc(prefix / LEMMA + 1));
        }
      }
      double ratio = median(fresh) / median(steps);
      line("%10d %12.2f %12.1f %10.0f", prefix, median(steps), median(fresh), ratio);
      at100 = prefix == 100 ? ratio : at100;
    }
    return at100;
  }

  private double growth() throws Exception {
    List<Double> millis = new ArrayList<>();
    try (VerifierSession session = open(OPTIONS)) {
      walk(session, session.root(), 0, 500 / LEMMA, millis);
    }
    double first = mean(millis.subList(0, 100));
    double last = mean(millis.subList(400, 500));
    double firstMedian = median(millis.subList(0, 100));
    double lastMedian = median(millis.subList(400, 500));
    line("");
    line("500 sentences in a row, the same five kinds throughout");
    line("%24s %12s %12s %12s", "", "first 100", "last 100", "last/first");
    line("%24s %12.2f %12.2f %12.2f", "mean of a step [ms]", first, last, last / first);
    line(
        "%24s %12.2f %12.2f %12.2f",
        "median of a step [ms]", firstMedian, lastMedian, lastMedian / firstMedian);
    return last / first;
  }

  private void branches() throws Exception {
    line("");
    line(
        "Two branches, each 100 sentences after a common prefix of 100, continued in turn by 40 sentences");
    line("%12s %20s %20s", "processes", "mean of a step [ms]", "median [ms]");
    for (int processes : new int[] {1, 2}) {
      CoqOptions options = RealCoq.options(Duration.ofSeconds(60), Sandbox.AUTO, processes);
      List<Double> millis = new ArrayList<>();
      try (VerifierSession session = open(options)) {
        VerifierState common = walk(session, session.root(), 0, 20, new ArrayList<>());
        VerifierState left = walk(session, common, 100, 20, new ArrayList<>());
        VerifierState right = walk(session, common, 200, 20, new ArrayList<>());
        for (int i = 0; i < 40; i++) {
          left = timed(session, left, "Definition left_" + i + " := " + i + ".", millis);
          right = timed(session, right, "Definition right_" + i + " := " + i + ".", millis);
        }
      }
      line("%12d %20.2f %20.2f", processes, mean(millis), median(millis));
    }
  }

  private static CoqSession open(CoqOptions options) throws Exception {
    return RealCoq.open(HEADER + "(* vmcts: hole *)\n(* vmcts: end *)\n", options);
  }

  private static VerifierState walk(
      VerifierSession session, VerifierState from, int first, int lemmas, List<Double> millis)
      throws Exception {
    VerifierState state = from;
    for (int i = first; i < first + lemmas; i++) {
      for (String sentence : lemma(i)) {
        state = timed(session, state, sentence, millis);
      }
    }
    return state;
  }

  private static VerifierState timed(
      VerifierSession session, VerifierState state, String sentence, List<Double> millis)
      throws Exception {
    long start = System.nanoTime();
    VerifierState next = Walk.steps(session, state, sentence);
    millis.add((System.nanoTime() - start) / 1e6);
    return next;
  }

  private static List<String> lemma(int i) {
    return List.of(
        "Lemma lemma_" + i + " : forall n m : nat, n + m + " + i % 10 + " = m + " + i % 10
            + " + n.",
        "Proof.",
        "intros n m.",
        "lia.",
        "Qed.");
  }

  /** Milliseconds of coqc on the header and the first lemmas. */
  private static double coqc(int lemmas) throws Exception {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 0; i < lemmas; i++) {
      text.append(String.join("\n", lemma(i))).append('\n');
    }
    CoqInstallation coq = new CoqInstallation(OPTIONS);
    try (Scratch scratch = Scratch.create()) {
      Path file = Files.writeString(scratch.folder().resolve("prefix.v"), text);
      var result = new ToolRunner(Sandbox.AUTO)
          .run(
              List.of(coq.program("coqc").toString(), "-q", "-w", "none", file.toString()),
              scratch.folder(),
              new Limits(Duration.ofMinutes(2), 0));
      assertThat(result.exitCode()).as(result.stderr()).isZero();
      return result.elapsed().toNanos() / 1e6;
    }
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(d -> d).average().orElseThrow();
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private void line(String format, Object... values) {
    table.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
