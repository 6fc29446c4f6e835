package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vmcts.verifiers.process.Executables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code vmcts problem check} with the real verifiers. */
@Tag("slow")
final class ProblemCheckTest {

  private static final String HEADER =
      "(*---\ntitle: Twice\nspec: |\n  Define twice : nat -> nat, with twice n = n + n.\n---*)\n";
  private static final String DEFINITION = "Definition twice (n : nat) : nat := n + n.";
  private static final String PROBLEM = """
      (* vmcts: hole *)
      %s
      (* vmcts: end *)
      Example twice_3 : twice 3 = 6.
      Proof. reflexivity. Qed.
      Theorem twice_0 : twice 0 = 0.
      Proof.
      (* vmcts: hole *)
      %s
      (* vmcts: end *)
      Qed.
      """;

  @TempDir
  private Path folder;

  /** The problems of this project, with everything that belongs to them. */
  @Test
  void check_allProblems_areSound() throws IOException {
    Assumptions.assumeTrue(
        Executables.find("coqc").isPresent() || Executables.find("dafny").isPresent(),
        "neither Coq nor Dafny is installed");
    Cli run = Cli.run("problem", "check", "--json", Path.of("..", "problems").toString());

    for (String line : run.out().lines().toList()) {
      JsonNode report = new JsonMapper().readTree(line);
      assertThat(report.path("status").asText()).as(line).isIn(Set.of("sound", "skipped"));
    }
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(ExitCode.SOLVED.status());
  }

  @Test
  void check_problemThatAsksTooLittle_saysWhatIsWrong() throws IOException {
    coqIsThere();
    Path file = problem("weak.v", HEADER, "reflexivity.");
    mutant("weak", "triple", "Definition twice (n : nat) : nat := n + n + n.", "reflexivity.");
    mutant(
        "weak",
        "six",
        "Definition twice (n : nat) : nat := match n with 0 => 0 | _ => 6 end.",
        "reflexivity.");

    Cli run = Cli.run("problem", "check", file.toString());

    assertThat(run.out())
        .contains("weak.v: faulty", "2 mutants in", "at least 3 are wanted")
        .contains("mutant six is accepted", "mutant triple: refused by twice_3")
        .contains("0 sound, 0 skipped, 0 undecided, 1 faulty, 0 malformed");
    assertThat(run.status()).isEqualTo(ExitCode.REJECTED.status());
  }

  @Test
  void check_holeThatIsNotNeededAndUntoldName_areFaults() throws IOException {
    coqIsThere();
    Path file = folder.resolve("loose.v");
    Files.writeString(
        file,
        HEADER.replace("twice", "thrice")
            + "(* vmcts: hole *)\n" + DEFINITION + "\n(* vmcts: end *)\n"
            + "(* vmcts: hole *)\nDefinition unused : nat := 0.\n(* vmcts: end *)\n"
            + "Example twice_3 : twice 3 = 6.\nProof. reflexivity. Qed.\n");

    Cli run = Cli.run("problem", "check", file.toString());

    assertThat(run.out())
        .contains("the hole at line 9 is not needed")
        .contains("spec does not tell of 'twice'");
    assertThat(run.status()).isEqualTo(ExitCode.REJECTED.status());
  }

  /** The first file takes longest, so the others are done before it. */
  @Test
  void check_severalAtOnce_saysTheSameInTheOrderOfTheFiles() throws IOException {
    coqIsThere();
    problem("a.v", HEADER, "reflexivity.");
    for (int k = 1; k <= 3; k++) {
      mutant(
          "a",
          "more" + k,
          "Definition twice (n : nat) : nat := n + n + " + k + ".",
          "reflexivity.");
    }
    problem("b.v", HEADER, "exact I.");
    Files.writeString(folder.resolve("c.v"), "no header");

    Cli one = Cli.run("problem", "check", "--jobs", "1", folder.toString());
    Cli three = Cli.run("problem", "check", "--jobs", "3", folder.toString());

    assertThat(one.out()).containsSubsequence("a.v: sound", "b.v: faulty", "c.v: malformed");
    assertThat(timeless(three)).isEqualTo(timeless(one));
    assertThat(three.status()).isEqualTo(one.status());
  }

  @Test
  void check_noVerifier_isSkippedInOneLine() throws IOException {
    Path file = problem("here.v", HEADER, "reflexivity.");

    Cli run = Cli.run("problem", "check", file.toString(), "--coq", folder.toString());

    assertThat(run.out()).contains("here.v: skipped", "coqc not found in");
    assertThat(run.status()).isEqualTo(ExitCode.MISSING.status());
  }

  @Test
  void check_mutantThatChangesGivenText_isMalformed() throws IOException {
    coqIsThere();
    Path file = problem("given.v", HEADER, "reflexivity.");
    mutant("given", "other", DEFINITION, "reflexivity.");
    Path mutant = folder.resolve("mutants/given/other.v");
    Files.writeString(mutant, Files.readString(mutant).replace("twice 3 = 6", "twice 0 = 0"));

    Cli run = Cli.run("problem", "check", file.toString());

    assertThat(run.out()).contains("its text outside the holes is not that of");
    assertThat(run.status()).isEqualTo(ExitCode.MALFORMED.status());
  }

  private static String timeless(Cli run) {
    return run.out().replaceAll("[0-9.]+ s\\)", "");
  }

  private static void coqIsThere() {
    Assumptions.assumeTrue(Executables.find("coqc").isPresent(), "Coq is not installed");
  }

  private Path problem(String name, String header, String proof) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, header + String.format(PROBLEM, DEFINITION, proof));
    return file;
  }

  private void mutant(String problem, String name, String definition, String proof)
      throws IOException {
    String header = Files.readString(folder.resolve(problem + ".v"));
    Path file =
        Files.createDirectories(folder.resolve("mutants").resolve(problem)).resolve(name + ".v");
    Files.writeString(
        file,
        header.substring(0, header.indexOf("---*)") + 6)
            + String.format(PROBLEM, definition, proof));
  }
}
