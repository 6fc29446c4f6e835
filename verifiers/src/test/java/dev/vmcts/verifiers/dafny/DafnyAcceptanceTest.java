package dev.vmcts.verifiers.dafny;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.problem.Problem;
import dev.vmcts.problem.ProblemException;
import dev.vmcts.problem.ProblemReader;
import dev.vmcts.verify.Acceptance;
import dev.vmcts.verify.Acceptance.Accepted;
import dev.vmcts.verify.Acceptance.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Judges programs with the real Dafny. The files under {@code dafny/attacks} hold a cheat where the reference solution
 * stands, and the expected reason in their title.
 */
@Execution(ExecutionMode.CONCURRENT)
final class DafnyAcceptanceTest {

  private static final Path FOLDER = Path.of("src", "test", "resources", "dafny");
  private static final DafnyVerifier DAFNY = new DafnyVerifier(RealDafny.OPTIONS);

  static List<Path> attacks() throws IOException {
    return files("attacks");
  }

  static List<Path> honest() throws IOException {
    return files("honest");
  }

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      return files.sorted().toList();
    }
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("attacks")
  void accept_attack_isRefusedForTheExpectedReason(Path file) throws Exception {
    RealDafny.assume();
    Problem problem = ProblemReader.read(file);

    Acceptance acceptance = DAFNY.accept(problem, problem.reference());

    assertThat(acceptance)
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.diagnostic().message()).contains(reason(problem)));
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("honest")
  void accept_honestSolution_isAccepted(Path file) throws Exception {
    RealDafny.assume();
    Problem problem = ProblemReader.read(file);

    assertThat(DAFNY.accept(problem, problem.reference())).isInstanceOf(Accepted.class);
  }

  @ParameterizedTest
  @MethodSource("honest")
  void fault_honestSolution_isNone(Path file) throws Exception {
    assertThat(fault(file)).isEmpty();
  }

  @Test
  void fault_attacks_mostAreFoundWithoutDafny() throws Exception {
    int found = 0;
    for (Path file : attacks()) {
      String fault = fault(file);
      if (!fault.isEmpty()) {
        assertThat(fault).as(file.toString()).contains(reason(ProblemReader.read(file)));
        found++;
      }
    }
    assertThat(found).isGreaterThan(45);
  }

  @Test
  void fault_commentThatSwallowsGivenText_isFound() {
    Problem problem = RealDafny.problem(
        "lemma A(n: int)\n{ /* vmcts: hole *//* vmcts: end */ assert n < 0;\n}\n");

    assertThat(DafnyProgram.of(problem, List.of("assert true;")).fault()).isEmpty();
    assertThat(faultOf(problem, "assert true; // ")).isEmpty();
    assertThat(DafnyProgram.of(problem, List.of("assert true; // ")).text())
        .contains("assert true; // \n/* vmcts: end */");
    assertThat(faultOf(problem, "assert true; /* ")).contains("ends inside a comment");
    assertThat(faultOf(problem, "var s := \"")).contains("ends inside a comment");
  }

  /** What stands between texts keeps this from happening; the rule behind it holds all the same. */
  @Test
  void fault_commentThatSwallowsGivenTextOnItsLine_isFound() {
    Problem problem = RealDafny.problem(
        "lemma A(n: int)\n{ /* vmcts: hole *//* vmcts: end */ assert n < 0;\n}\n");
    List<String> swallowing = List.of("assert true; // ");

    assertThat(new DafnyProgram(problem, swallowing, problem.fill(swallowing)).fault())
        .hasValueSatisfying(d -> assertThat(d.message()).contains("run into each other"));
  }

  private static String faultOf(Problem problem, String fill) {
    return DafnyProgram.of(problem, List.of(fill)).fault().map(d -> d.message()).orElse("");
  }

  private static String fault(Path file) throws ProblemException {
    Problem problem = ProblemReader.read(file);
    return DafnyProgram.of(problem, problem.reference())
        .fault()
        .map(d -> d.message())
        .orElse("");
  }

  private static String reason(Problem problem) {
    return problem.header().title().substring("refused: ".length());
  }
}
