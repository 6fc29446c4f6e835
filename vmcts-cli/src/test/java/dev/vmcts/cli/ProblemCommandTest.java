package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.problem.Header;
import dev.vmcts.problem.Mutant;
import dev.vmcts.problem.Problem;
import dev.vmcts.problem.ProblemReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code vmcts problem} does without a verifier. */
final class ProblemCommandTest {

  private static final Path PROBLEMS = Path.of("..", "problems");

  @TempDir
  private Path folder;

  static List<Path> problems() throws CliException {
    return ProblemFiles.of(List.of(PROBLEMS)).stream()
        .filter(file -> !file.endsWith("own.v") && !file.endsWith("own.lean"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("problems")
  void read_everyProblem_isComplete(Path file) throws Exception {
    Problem problem = ProblemReader.read(file);
    Header header = problem.header();

    assertThat(header.title()).isNotBlank();
    assertThat(header.spec()).isNotBlank();
    assertThat(header.hints()).isNotEmpty();
    assertThat(header.tokens()).isPresent();
    assertThat(header.time()).isPresent();
    assertThat(problem.reference()).noneMatch(String::isBlank);
    assertThat(Mutant.of(file, problem)).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void list_folder_showsEachProblemOnALine() {
    Cli run = Cli.run("problem", "list", PROBLEMS.resolve("quickstart").toString());

    assertThat(run.out()).contains("factorial.v", "factorial.dfy", "Factorial is positive");
    assertThat(run.out().lines()).noneMatch(line -> line.contains("mutants/"));
    assertThat(run.status()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.v", "b.dfy", "c.lean"})
  void new_everyLanguage_writesAWholeProblem(String name) throws Exception {
    Path file = folder.resolve(name);

    Cli first = Cli.run("problem", "new", file.toString(), "--title", "Zweimal - twice");
    Cli again = Cli.run("problem", "new", file.toString());

    Problem problem = ProblemReader.read(file);
    assertThat(first.status()).isZero();
    assertThat(problem.header().title()).isEqualTo("Zweimal - twice");
    assertThat(Mutant.of(file, problem))
        .extracting(Mutant::name)
        .containsExactly("identity", "off_by_one", "unproven");
    assertThat(again.err()).contains("is already there");
    assertThat(again.status()).isEqualTo(ExitCode.USAGE.status());
  }

  @Test
  void import_dafnyBench_bodiesThatLostHintsAreHoles() throws Exception {
    String kept = "method Id(x: int) returns (y: int)\n  ensures y == x\n{\n  y := x;\n}\n\n";
    String loop = """
            method Up(n: nat) returns (i: nat)
              ensures i == n // up to n
            {
              i := 0;
              while i < n
                invariant i <= n
              {
                i := i + 1;
              }
            }
            """;
    write("data/ground_truth/up.dfy", kept + loop);
    write("data/hints_removed/up_no_hints.dfy", kept + loop.replace("    invariant i <= n\n", ""));
    write("data/ground_truth/alone.dfy", loop);
    write(".git/HEAD", "0123456789012345678901234567890123456789\n");

    Cli run = imported("dafnybench");

    Problem problem = ProblemReader.read(folder.resolve("out/up.dfy"));
    assertThat(problem.holes()).hasSize(1);
    assertThat(problem.reference().get(0)).contains("invariant i <= n");
    assertThat(problem.given().get(0))
        .contains("From dafnybench, ", "up.dfy, commit 0123456789012345678901234567890123456789")
        .contains("y := x;")
        .endsWith("// vmcts: hole");
    assertThat(problem.header().spec()).contains("while i < n").doesNotContain("invariant i");
    assertThat(run.err()).contains("alone.dfy is left out");
    assertThat(run.out()).startsWith("1 problems in");
  }

  @Test
  void import_clover_everyBodyIsAHole() throws Exception {
    write(
        "ground_truth/double/double_strong.dfy",
        "method Double(x: int) returns (y: int)\n  ensures y == 2 * x\n{\n  y := x + x;\n}\n");
    write("adversarial_incorrect/double/double_strong.dfy", "method Double() { }\n");

    imported("clover");

    Problem problem = ProblemReader.read(folder.resolve("out/double.dfy"));
    assertThat(problem.reference()).containsExactly("\n  y := x + x;\n");
  }

  @Test
  void import_verina_codeAndProofAreHoles() throws Exception {
    write("set/basic_1/description.txt", "Add one.\n---\nTo n.\n");
    write("set/basic_1/task.lean", """
            -- !benchmark @start code_aux
            -- !benchmark @end code_aux
            def inc (n : Nat) : Nat :=
              -- !benchmark @start code
              n + 1
              -- !benchmark @end code
            theorem inc_pos (n : Nat) : inc n > 0 := by
              -- !benchmark @start proof
              sorry
              -- !benchmark @end proof
            """);

    imported("verina");

    Problem problem = ProblemReader.read(folder.resolve("out/basic_1.lean"));
    assertThat(problem.holes()).hasSize(2);
    assertThat(problem.reference().get(0)).contains("n + 1");
    assertThat(problem.reference().get(1)).isBlank();
    assertThat(problem.header().spec()).contains("Add one.");
  }

  @Test
  void import_clever_otherTasksAreLeftOut() throws Exception {
    write("human_eval/problem_7.lean", """
            -- start_def problem_details
            /--
            docstring: |
                Give one.
            test_cases:
              - 1
            -/
            -- end_def problem_details
            -- start_def generated_spec_body
            sorry
            -- end_def generated_spec_body
            def one : Nat :=
            -- start_def implementation
            1
            -- end_def implementation
            -- start_def test_cases
            #test one = 1
            -- end_def test_cases
            theorem correctness : one = 1 :=
            -- start_def correctness_proof
            by rfl
            -- end_def correctness_proof
            """);

    imported("clever");

    Problem problem = ProblemReader.read(folder.resolve("out/problem_7.lean"));
    assertThat(problem.holes()).hasSize(2);
    assertThat(String.join("", problem.given())).doesNotContain("#test", "sorry", "docstring");
    assertThat(problem.header().spec()).contains("Give one.").doesNotContain("test_cases");
  }

  @Test
  void import_listOfTheorems_eachIsAProblem() throws Exception {
    write("Test.lean", """
            import Mathlib

            theorem first (n : Nat) : n = n := by sorry

            theorem proven : True := trivial

            theorem second_p2
              (a : Nat) :
              a ≤ a := by
              sorry
            """);

    Cli run = imported("minif2f");

    assertThat(run.out()).startsWith("2 problems in");
    Problem problem = ProblemReader.read(folder.resolve("out/second_p2.lean"));
    assertThat(problem.given().get(0)).contains("import Mathlib", "a ≤ a").doesNotContain("first");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "problem                                | problem does what? allowed: ",
        "problem check no.v                     | no.v: no such file or folder",
        "problem check empty                    | empty: no problem file in this folder",
        "problem check --jobs 0                 | --jobs is 0; allowed: 1 to 256",
        "problem new a.txt                      | the language is told by the extension",
        "problem new a.v --title x:y            | --title is 'x:y'; allowed: letters",
        "problem import clover no -o out        | no: no such folder",
        "problem import clover empty -o out     | no file of this suite; looked for NAME_strong.dfy",
        "problem import other empty -o out      | DAFNYBENCH, CLOVER",
      })
  void run_wrongInput_saysItInOneLine(String command, String message) throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    String[] words = command.trim().split(" +", -1);
    for (int i = 2; i < words.length; i++) {
      if (words[i].matches("no(\\.v)?|empty|a\\.\\w+|out")) {
        words[i] = folder.resolve(words[i]).toString();
      }
    }
    Cli run = Cli.run(words);

    assertThat(run.err()).contains(message).startsWith("vmcts: ");
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.status()).isEqualTo(ExitCode.USAGE.status());
  }

  private Cli imported(String suite) {
    return Cli.run(
        "problem",
        "import",
        suite,
        folder.toString(),
        "-o",
        folder.resolve("out").toString());
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
