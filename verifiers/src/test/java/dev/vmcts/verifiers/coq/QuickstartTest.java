package dev.vmcts.verifiers.coq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.vmcts.problem.Header;
import dev.vmcts.problem.Problem;
import dev.vmcts.problem.ProblemException;
import dev.vmcts.problem.ProblemReader;
import dev.vmcts.verifiers.process.Executables;
import dev.vmcts.verify.Acceptance;
import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.VerifierSession;
import dev.vmcts.verify.VerifierState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The problems of the quickstart: the real Coq accepts each reference solution and refuses each mutant. */
final class QuickstartTest {

  private static final Path FOLDER = Path.of("..", "problems", "quickstart");
  private static final Set<String> FAST = Set.of("factorial", "traffic");

  private static final List<String> OWN = List.of(
      "induction n.\n- simpl. lia.\n- simpl. lia.\nQed.",
      "induction n.\n- reflexivity.\n- simpl. lia.\nQed.");

  @ParameterizedTest
  @MethodSource("problems")
  void read_everyProblem_headerIsComplete(String name) throws Exception {
    Problem problem = problem(name);
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
  void read_everyMutant_givenTextIsTheProblems(String name) throws Exception {
    Problem problem = problem(name);

    assertThat(mutants(name)).hasSizeGreaterThanOrEqualTo(3).allSatisfy(file -> {
      Problem mutant = ProblemReader.read(file);
      assertThat(mutant.given()).isEqualTo(problem.given());
      assertThat(mutant.reference()).isNotEqualTo(problem.reference());
    });
  }

  @Test
  void read_everyFolderOfMutants_belongsToAProblem() throws Exception {
    try (Stream<Path> folders = Files.list(FOLDER.resolve("mutants"))) {
      assertThat(folders
              .map(f -> f.getFileName().toString())
              .filter(f -> !mutants(f).isEmpty()))
          .containsExactlyInAnyOrderElementsOf(problems());
    }
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("problems")
  void step_everyReference_isVerifiedStepByStep(String name) throws Exception {
    coqIsThere();
    CoqVerifier coq = new CoqVerifier(CoqOptions.DEFAULT);
    Problem problem = problem(name);
    try (VerifierSession session = coq.open(problem)) {
      VerifierState state = session.root();
      for (String fill : problem.reference()) {
        for (String step : coq.stepReader().split(fill)) {
          state = verified(step, session.step(state, step));
        }
        state = verified("the end of the hole", session.close(state));
      }
      assertThat(state.complete()).isTrue();
    }
  }

  @TestFactory
  Stream<DynamicTest> accept_fastProblems_referencesOnly() throws Exception {
    return problems().stream().filter(FAST::contains).flatMap(QuickstartTest::judgements);
  }

  @Tag("slow")
  @TestFactory
  Stream<DynamicTest> accept_otherProblems_referencesOnly() throws Exception {
    return problems().stream().filter(n -> !FAST.contains(n)).flatMap(QuickstartTest::judgements);
  }

  @Tag("slow")
  @Test
  void accept_ownFile_bothProofsAndNotOneAlone() throws Exception {
    Problem own = problem("own");

    assertThat(own.header()).isEqualTo(Header.NONE);
    assertThat(accept(own, OWN)).isInstanceOf(Acceptance.Accepted.class);
    assertThat(accept(own, List.of(OWN.get(0), "Admitted.")))
        .isInstanceOf(Acceptance.Refused.class);
  }

  private static Stream<DynamicTest> judgements(String name) {
    List<DynamicTest> tests = new ArrayList<>();
    tests.add(dynamicTest(name + ": reference", () -> {
      Problem problem = problem(name);
      assertThat(accept(problem, problem.reference())).isInstanceOf(Acceptance.Accepted.class);
    }));
    tests.add(dynamicTest(name + ": empty holes", () -> {
      Problem problem = problem(name);
      assertThat(accept(problem, Collections.nCopies(problem.holes().size(), "\n")))
          .isInstanceOf(Acceptance.Refused.class);
    }));
    for (Path file : mutants(name)) {
      tests.add(dynamicTest(
          name + ": " + file.getFileName(),
          () -> assertThat(accept(problem(name), ProblemReader.read(file).reference()))
              .isInstanceOf(Acceptance.Refused.class)));
    }
    return tests.stream();
  }

  private static VerifierState verified(String step, Verdict verdict) {
    assertThat(verdict).as(step).isInstanceOf(Verdict.Verified.class);
    return ((Verdict.Verified) verdict).state();
  }

  private static void coqIsThere() {
    assumeTrue(Executables.find("coqc").isPresent(), "Coq is not installed");
  }

  private static Acceptance accept(Problem problem, List<String> fills) throws Exception {
    coqIsThere();
    return new CoqVerifier(CoqOptions.DEFAULT).accept(problem, fills);
  }

  private static Problem problem(String name) throws ProblemException {
    return ProblemReader.read(FOLDER.resolve(name + ".v"));
  }

  private static List<String> problems() throws IOException {
    return sources(FOLDER).stream()
        .map(f -> f.getFileName().toString().replaceFirst("\\.v$", ""))
        .filter(n -> !n.equals("own"))
        .toList();
  }

  private static List<Path> mutants(String name) {
    try {
      return sources(FOLDER.resolve("mutants").resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".v")).sorted().toList();
    }
  }
}
