package dev.vmcts.verifiers.dafny;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vmcts.problem.Language;
import dev.vmcts.problem.Problem;
import dev.vmcts.verifiers.frame.Walk;
import dev.vmcts.verifiers.process.Executables;
import dev.vmcts.verifiers.process.Sandbox;
import dev.vmcts.verify.VerifierException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The Dafny of this machine, and programs for tests. */
final class RealDafny {

  static final DafnyOptions OPTIONS = new DafnyOptions(
      Optional.empty(), Duration.ofSeconds(20), Duration.ofMinutes(5), 8L << 30, Sandbox.AUTO);

  private static final Path PROBLEMS = Path.of("..", "problems");

  private RealDafny() {}

  static void assume() {
    assumeTrue(Executables.find("dafny").isPresent(), "dafny is not on the search path");
  }

  static Problem problem(String text) {
    return Walk.problem(Language.DAFNY, text);
  }

  static DafnySession open(String text) throws VerifierException, InterruptedException {
    return (DafnySession) new DafnyVerifier(OPTIONS).open(problem(text));
  }

  /** The problems of the project with their reference solutions, and those of the tests. */
  static List<Path> references() throws IOException {
    List<Path> files = new ArrayList<>(ownReferences());
    files.addAll(references(PROBLEMS));
    return files;
  }

  /** The reference solutions of the tests. */
  static List<Path> ownReferences() throws IOException {
    return references(Path.of("src", "test", "resources", "dafny", "reference"));
  }

  private static List<Path> references(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return found
          .filter(f -> f.toString().endsWith(".dfy"))
          .filter(f -> !f.toString().contains("mutants"))
          .sorted()
          .toList();
    }
  }
}
