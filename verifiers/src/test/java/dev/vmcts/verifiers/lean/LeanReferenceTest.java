package dev.vmcts.verifiers.lean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.vmcts.problem.FillLayout;
import dev.vmcts.problem.Problem;
import dev.vmcts.problem.ProblemReader;
import dev.vmcts.verifiers.frame.Walk;
import dev.vmcts.verify.VerifierSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The reference solutions of all Lean problems of the project. */
final class LeanReferenceTest {

  private static final Path PROBLEMS = Path.of("..", "problems");
  private static final LeanStepReader READER = new LeanStepReader();

  @TestFactory
  Stream<DynamicTest> split_everyReference_isAllOfItAndPassesTheAudit() throws IOException {
    return references().stream()
        .map(file -> dynamicTest(PROBLEMS.relativize(file).toString(), () -> {
          Problem problem = ProblemReader.read(file);
          for (int i = 0; i < problem.holes().size(); i++) {
            String fill = problem.reference().get(i);
            List<String> steps = READER.split(fill);
            String laidOut = FillLayout.of(problem, i, steps);

            assertThat(code(String.join("\n", steps))).isEqualTo(code(fill));
            assertThat(code(laidOut)).isEqualTo(code(fill));
            assertThat(LeanAudit.checkHole(fill, LeanProgram.inside(problem, i)))
                .isEmpty();
            assertThat(steps)
                .allSatisfy(
                    step -> assertThat(READER.endOfStep(step, true)).isEqualTo(step.length()));
          }
        }));
  }

  /** No prefix of a solution may be refused: the search would never find it. */
  @Tag("slow")
  @TestFactory
  Stream<DynamicTest> step_everyReference_isVerifiedStepByStep() throws IOException {
    return references().stream()
        .map(file -> dynamicTest(PROBLEMS.relativize(file).toString(), () -> {
          RealLean.assume();
          Problem problem = ProblemReader.read(file);
          try (VerifierSession session = new LeanVerifier(RealLean.OPTIONS).open(problem)) {
            Walk.reference(session, problem, READER);
          }
        }));
  }

  /** The lines of code with their indentation, without comments. */
  private static List<String> code(String text) {
    return text.replaceAll("--[^\n]*", "")
        .lines()
        .map(String::stripTrailing)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private static List<Path> references() throws IOException {
    try (Stream<Path> files = Files.walk(PROBLEMS)) {
      return files
          .filter(f -> f.toString().endsWith(".lean"))
          .filter(f -> !f.toString().contains("mutants") && !f.endsWith("own.lean"))
          .sorted()
          .toList();
    }
  }
}
