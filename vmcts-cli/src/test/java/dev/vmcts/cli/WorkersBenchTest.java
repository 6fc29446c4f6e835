package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vmcts.verifiers.process.Executables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Expansions a second with one worker and with two, in turns, so that both meet the same load: of a problem of Dafny that a
 * search does not solve in so few expansions, and where model and verifier both take their time.
 *
 * <p>{@code -Dvmcts.problem=FILE}, {@code -Dvmcts.expansions=N} and {@code -Dvmcts.rounds=N} choose others.
 */
@Tag("bench")
final class WorkersBenchTest {

  private static final String PROBLEM =
      System.getProperty("vmcts.problem", "problems/more/optimise.dfy");
  private static final String EXPANSIONS = System.getProperty("vmcts.expansions", "40");
  private static final int ROUNDS = Integer.getInteger("vmcts.rounds", 3);

  @TempDir
  private Path folder;

  @Test
  void synth_oneAndTwoWorkersInTurns_expansionsASecond() throws Exception {
    assumeTrue(
        Executables.find(PROBLEM.endsWith(".dfy") ? "dafny" : "coqc").isPresent(),
        "the problem's verifier is not installed");
    System.setProperty("vmcts.home", Path.of("..").toAbsolutePath().normalize().toString());
    List<Double> ratios = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      double one = rate(round, 1);
      ratios.add(rate(round, 2) / one);
    }
    System.out.printf(
        "two workers : one worker, by rounds: mean %.2f, %.2f to %.2f%n",
        ratios.stream().mapToDouble(r -> r).average().orElseThrow(),
        ratios.stream().mapToDouble(r -> r).min().orElseThrow(),
        ratios.stream().mapToDouble(r -> r).max().orElseThrow());
    assertThat(ratios).allMatch(ratio -> ratio > 0);
  }

  private double rate(int seed, int workers) throws Exception {
    Path out = folder.resolve(seed + "-" + workers);
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
