package dev.vmcts.verifiers.dafny;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vmcts.problem.Header;
import dev.vmcts.problem.Problem;
import dev.vmcts.problem.ProblemReader;
import dev.vmcts.verifiers.process.Executables;
import dev.vmcts.verifiers.process.Limits;
import dev.vmcts.verifiers.process.ProcessResult;
import dev.vmcts.verifiers.process.Sandbox;
import dev.vmcts.verifiers.process.ToolRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The Dafny problems of the quickstart: Dafny proves each reference solution and none of the wrong mutants.
 *
 * <p>Mutants named {@code cheat_...} are ones that Dafny by itself may accept.
 */
final class DafnyQuickstartTest {

  private static final Path FOLDER = Path.of("..", "problems", "quickstart");
  private static final Limits LIMITS = new Limits(Duration.ofMinutes(4), 0);
  private static final Pattern PROVED =
      Pattern.compile("(?m)^Dafny program verifier finished with [1-9]\\d* verified, 0 errors$");

  @TempDir
  Path scratch;

  @ParameterizedTest
  @MethodSource("problems")
  void read_everyProblem_headerIsComplete(Path file) throws Exception {
    Problem problem = ProblemReader.read(file);
    Header header = problem.header();

    assertThat(header.title()).isNotBlank();
    assertThat(header.spec()).isNotBlank();
    assertThat(header.hints()).isNotEmpty();
    assertThat(header.tokens()).isPresent();
    assertThat(header.time()).isPresent();
    assertThat(problem.reference()).noneMatch(String::isBlank);
  }

  @ParameterizedTest
  @MethodSource("problems")
  void read_everyMutant_givenTextIsTheProblems(Path file) throws Exception {
    Problem problem = ProblemReader.read(file);
    String name = file.getFileName().toString().replace(".dfy", "");

    assertThat(sources(FOLDER.resolve("mutants").resolve(name)))
        .hasSizeGreaterThanOrEqualTo(3)
        .allSatisfy(mutantFile -> {
          Problem mutant = ProblemReader.read(mutantFile);
          assertThat(mutant.given()).isEqualTo(problem.given());
          assertThat(mutant.reference()).isNotEqualTo(problem.reference());
        });
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("problems")
  void dafny_everyReference_isProved(Path file) throws Exception {
    assertThat(output(file)).containsPattern(PROVED);
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("wrongMutants")
  void dafny_everyWrongMutant_isNotProved(Path file) throws Exception {
    assertThat(output(file)).contains("Error").doesNotContainPattern(PROVED);
  }

  private String output(Path file) throws Exception {
    Path dafny = Executables.find("dafny").orElse(null);
    assumeTrue(dafny != null, "Dafny is not installed");
    Path folder = scratch.toRealPath();
    Files.copy(file, folder.resolve("program.dfy"));
    ProcessResult result = new ToolRunner(Sandbox.AUTO)
        .run(List.of(String.valueOf(dafny), "/compile:0", "program.dfy"), folder, LIMITS);
    assertThat(result.timedOut()).isFalse();
    return result.stdout();
  }

  static List<Path> problems() throws IOException {
    return sources(FOLDER);
  }

  static List<Path> wrongMutants() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER.resolve("mutants"))) {
      return files
          .filter(f -> f.toString().endsWith(".dfy"))
          .filter(f -> !f.getFileName().toString().startsWith("cheat_"))
          .sorted()
          .toList();
    }
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".dfy")).sorted().toList();
    }
  }
}
