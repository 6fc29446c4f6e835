package dev.vmcts.verifiers.dafny;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.problem.Header;
import dev.vmcts.problem.Problem;
import dev.vmcts.problem.ProblemReader;
import dev.vmcts.verify.Acceptance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The Dafny problems of the quickstart: each reference solution is accepted and each mutant refused.
 *
 * <p>Mutants named {@code cheat_...} are ones that Dafny by itself may accept.
 */
final class DafnyQuickstartTest {

  private static final Path FOLDER = Path.of("..", "problems", "quickstart");

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
  void accept_everyReference_isAccepted(Path file) throws Exception {
    assertThat(judged(file)).isInstanceOf(Acceptance.Accepted.class);
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("mutants")
  void accept_everyMutant_isRefused(Path file) throws Exception {
    assertThat(judged(file)).isInstanceOf(Acceptance.Refused.class);
  }

  private static Acceptance judged(Path file) throws Exception {
    RealDafny.assume();
    Problem problem = ProblemReader.read(file);
    return new DafnyVerifier(RealDafny.OPTIONS).accept(problem, problem.reference());
  }

  static List<Path> problems() throws IOException {
    return sources(FOLDER);
  }

  static List<Path> mutants() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER.resolve("mutants"))) {
      return files.filter(f -> f.toString().endsWith(".dfy")).sorted().toList();
    }
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".dfy")).sorted().toList();
    }
  }
}
