package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vmcts.verifiers.process.Executables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Expansions a second with one worker and with two, in turns, so that both meet the same load: of a problem of Dafny that a
 * search does not solve in so few expansions, and where model and verifier both take their time. What the machine gives is
 * measured beside it: two searches that know nothing of each other, at the same time.
 *
 * <p>{@code -Dvmcts.problem=FILE}, {@code -Dvmcts.expansions=N} and {@code -Dvmcts.rounds=N} choose others.
 */
@Tag("bench")
final class WorkersBenchTest {

  private static final String PROBLEM =
      System.getProperty("vmcts.problem", "problems/more/optimise.dfy");
  private static final String EXPANSIONS = System.getProperty("vmcts.expansions", "40");
  private static final int ROUNDS = Integer.getInteger("vmcts.rounds", 5);

  @TempDir
  private Path folder;

  @Test
  void synth_oneAndTwoWorkersInTurns_expansionsASecond() throws Exception {
    assumeTrue(
        Executables.find(PROBLEM.endsWith(".dfy") ? "dafny" : "coqc").isPresent(),
        "the problem's verifier is not installed");
    System.setProperty("vmcts.home", Path.of("..").toAbsolutePath().normalize().toString());
    List<Double> workers = new ArrayList<>();
    List<Double> machine = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      double one = rate(round, 1, "one");
      workers.add(rate(round, 2, "two") / one);
      machine.add(apart(round) / one);
    }
    double ofWorkers = mean("two workers : one", workers);
    double ofMachine = mean("two searches at the same time : one", machine);

    assertThat(ofWorkers).isGreaterThan(Math.min(1.5, 0.85 * ofMachine));
  }

  /** Expansions a second of two searches together. */
  private double apart(int round) throws Exception {
    CompletableFuture<Double> other = CompletableFuture.supplyAsync(() -> {
      try {
        return rate(round, 1, "other");
      } catch (Exception e) {
        throw new CompletionException(e);
      }
    });
    return rate(round, 1, "same") + other.get();
  }

  private static double mean(String what, List<Double> ratios) {
    DoubleSummaryStatistics all = ratios.stream().mapToDouble(r -> r).summaryStatistics();
    System.out.printf(
        "%s, by rounds: mean %.2f, %.2f to %.2f%n",
        what, all.getAverage(), all.getMin(), all.getMax());
    return all.getAverage();
  }

  private double rate(int seed, int workers, String name) throws Exception {
    Path out = folder.resolve(seed + "-" + name);
    Cli run = Cli.run(
        "synth",
        "../" + PROBLEM,
        "--workers",
        Integer.toString(workers),
        "--seed",
        Integer.toString(seed),
        "--expansions",
        EXPANSIONS,
        "-o",
        out.toString(),
        "--json",
        "-q");
    JsonNode spent = new JsonMapper().readTree(run.out()).path("statistics");
    double rate =
        spent.path("expansions").asDouble() / spent.path("totalSeconds").asDouble();
    System.out.printf(
        "seed %d, %d workers: %.3f expansions a second (%d in %.1f s; model %.1f s, verifier %.1f"
            + " s)%n",
        seed,
        workers,
        rate,
        spent.path("expansions").asInt(),
        spent.path("totalSeconds").asDouble(),
        spent.path("modelSeconds").asDouble(),
        spent.path("verifierSeconds").asDouble());
    return rate;
  }
}
