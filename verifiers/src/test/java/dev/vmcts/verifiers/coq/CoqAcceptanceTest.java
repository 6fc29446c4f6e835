package dev.vmcts.verifiers.coq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vmcts.problem.Language;
import dev.vmcts.problem.Problem;
import dev.vmcts.problem.ProblemReader;
import dev.vmcts.verifiers.process.Executables;
import dev.vmcts.verifiers.process.Limits;
import dev.vmcts.verifiers.process.Sandbox;
import dev.vmcts.verifiers.process.ToolRunner;
import dev.vmcts.verify.Acceptance;
import dev.vmcts.verify.Acceptance.Accepted;
import dev.vmcts.verify.Acceptance.Refused;
import dev.vmcts.verify.Acceptance.Undecided;
import dev.vmcts.verify.Verdict.Reason;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Judges programs with the real Coq. The files under {@code coq/attacks} hold a cheat where the reference solution
 * stands, and the expected reason in their title.
 */
@Execution(ExecutionMode.CONCURRENT)
final class CoqAcceptanceTest {

  private static final CoqVerifier COQ = new CoqVerifier(CoqOptions.DEFAULT);

  @BeforeAll
  static void needsCoq() {
    assumeTrue(Executables.find("coqc").isPresent(), "coqc is not installed");
    assumeTrue(Executables.find("coqchk").isPresent(), "coqchk is not installed");
  }

  static Stream<Path> attacks() throws IOException, URISyntaxException {
    return files("/coq/attacks");
  }

  static Stream<Path> honest() throws IOException, URISyntaxException {
    return files("/coq/honest");
  }

  private static Stream<Path> files(String folder) throws IOException, URISyntaxException {
    URL url = Objects.requireNonNull(CoqAcceptanceTest.class.getResource(folder));
    try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
      return files.sorted().toList().stream();
    }
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("attacks")
  void accept_attack_isRefusedForTheExpectedReason(Path file) throws Exception {
    Problem problem = ProblemReader.read(file);
    String reason = problem.header().title().substring("refused: ".length());

    Acceptance acceptance = COQ.accept(problem, problem.reference());

    assertThat(acceptance)
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.diagnostic().message()).contains(reason));
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("honest")
  void accept_honestSolution_isAccepted(Path file) throws Exception {
    Problem problem = ProblemReader.read(file);

    Acceptance acceptance = COQ.accept(problem, problem.reference());

    assertThat(acceptance).isInstanceOf(Accepted.class);
  }

  @Test
  void accept_usersFileWithAdmitted_isAcceptedWithNames() throws Exception {
    Problem problem = problem(
        "Lemma a : True. Admitted.\nLemma b : 1 = 1 /\\ True. Proof. split. - admit. - exact I. Qed.\n");

    Acceptance acceptance = COQ.accept(problem, List.of("Proof. exact I. Qed.", "reflexivity."));

    assertThat(acceptance).isInstanceOfSatisfying(Accepted.class, a -> {
      assertThat(a.proven()).containsExactly("a", "b");
      assertThat(a.axioms()).isEmpty();
      assertThat(a.program()).contains("Lemma a : True. Proof. exact I. Qed.\nLemma b");
    });
  }

  @Test
  void accept_fillThatTouchesTheMarkers_isSetApart() throws Exception {
    Problem problem = problem(
        "Lemma a : True.(* vmcts: hole *)(* vmcts: end *)Lemma b : True. Proof. exact a. Qed.\n");

    Acceptance acceptance = COQ.accept(problem, List.of("exact I. Qed."));

    assertThat(acceptance).isInstanceOf(Refused.class);
    assertThat(COQ.accept(
            problem("Lemma a : True.\n(* vmcts: hole *)(* vmcts: end *)"),
            List.of("exact I. Qed.")))
        .isInstanceOf(Accepted.class);
  }

  @Test
  void accept_givenAxiomUsed_isNamed() throws Exception {
    Problem problem = problem("Axiom p : 1 = 2.\nLemma a : 2 = 1. Admitted.\n");

    Acceptance acceptance = COQ.accept(problem, List.of("Proof. symmetry. exact p. Qed."));

    assertThat(acceptance)
        .isInstanceOfSatisfying(
            Accepted.class, a -> assertThat(a.axioms()).containsExactly("VmctsProgram.p"));
  }

  @Test
  void accept_programThatPrintsAsTheAuditDoes_isNotBelieved() throws Exception {
    Problem problem = problem(
        "Axiom p : False.\nLemma a : True. Admitted.\nLemma b : 1 = 1. Proof. reflexivity. Qed.\n");

    Acceptance acceptance = COQ.accept(
        problem, List.of("Proof. idtac \"Closed under the global context\". exact I. Qed."));

    assertThat(acceptance)
        .isInstanceOfSatisfying(Accepted.class, a -> assertThat(a.axioms()).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Proof. exact I. Qed. (* ",
        "Proof. idtac \"",
        "Proof. exact I. Qed",
        "exact I. Qed.Lemma",
        "*) exact I. Qed. (*",
        "exact I. Qed. Lemma c : 1 = 2. idtac \" "
      })
  void accept_fillThatReachesIntoGivenText_isRefused(String fill) throws Exception {
    Problem problem = problem(
        "Lemma a : True. Admitted.\nLemma b : 1 = 1. Proof. (* \"x\" *) reflexivity. Qed.\n");

    assertThat(COQ.accept(problem, List.of(fill))).isInstanceOf(Refused.class);
  }

  @Test
  void accept_noTimeLeft_isUndecided() throws Exception {
    CoqAcceptance hurried = new CoqAcceptance(
        new CoqInstallation(CoqOptions.DEFAULT),
        List.of(),
        new ToolRunner(Sandbox.AUTO),
        new Limits(Duration.ofMillis(1), 0));

    Acceptance acceptance =
        hurried.accept(problem("Lemma a : True. Admitted.\n"), List.of("exact I. Qed."));

    assertThat(acceptance)
        .isInstanceOfSatisfying(
            Undecided.class, u -> assertThat(u.reason()).isEqualTo(Reason.TIMEOUT));
  }

  private static Problem problem(String text) throws Exception {
    return ProblemReader.parse("test.v", Language.COQ, text);
  }
}
