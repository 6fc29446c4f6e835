package dev.vmcts.cli.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans of sweeps in YAML. */
final class SweepFileTest {

  @TempDir
  private Path folder;

  @BeforeEach
  void problems() throws Exception {
    for (String name :
        new String[] {"b/two.v", "b/one.v", "b/three.dfy", "b/c/four.v", "b/x.txt"}) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, "");
    }
    Files.createDirectories(folder.resolve("b/mutants/one"));
    Files.writeString(folder.resolve("b/mutants/one/wrong.v"), "");
  }

  private SweepPlan plan(String text) throws Exception {
    return SweepFile.read(Files.writeString(folder.resolve("sweep.yaml"), text));
  }

  @Test
  void read_everyKey_isInThePlan() throws Exception {
    SweepPlan plan = plan("""
        problems: [b/*.v, b/three.dfy]
        arms:
          plain:
          whole: --strategy whole --tokens 500
        seeds: 7
        jobs: 2
        shards: 4
        fail-under: 62.5
        output: out
        """);
    assertThat(plan.problems().keySet()).containsExactly("b/one.v", "b/two.v", "b/three.dfy");
    assertThat(plan.problems()).containsEntry("b/one.v", folder.resolve("b/one.v"));
    assertThat(plan.arms().keySet()).containsExactly("plain", "whole");
    assertThat(plan.arms())
        .containsEntry("plain", "")
        .containsEntry("whole", "--strategy whole --tokens 500");
    assertThat(plan.seeds()).isEqualTo(7);
    assertThat(plan.jobs()).isEqualTo(2);
    assertThat(plan.shards()).isEqualTo(4);
    assertThat(plan.failUnder()).isEqualTo(62.5);
    assertThat(plan.output()).contains(folder.resolve("out"));
  }

  @Test
  void read_problemsOnly_hasTheDefaults() throws Exception {
    SweepPlan plan = plan("problems: [b/one.v]");
    assertThat(plan.withProblems(SweepPlan.DEFAULT.problems())).isEqualTo(SweepPlan.DEFAULT);
    assertThat(plan.output()).isEqualTo(Optional.empty());
  }

  @Test
  void read_example_isSound() throws Exception {
    SweepPlan plan = SweepFile.read(Path.of("..", "problems", "quickstart.yaml"));
    assertThat(plan.problems()).hasSize(8).containsKey("quickstart/append_assoc.v");
    assertThat(plan.problems().values()).allMatch(Files::isRegularFile);
    assertThat(plan.arms().keySet()).containsExactly("vermcts", "paper", "whole");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "b      | b/c/four.v b/one.v b/three.dfy b/two.v",
        "b/**.v | b/c/four.v b/one.v b/two.v",
        "**/*.dfy | b/three.dfy",
        "b/{one,two}.v | b/one.v b/two.v",
      })
  void read_pattern_findsProblemsButNoMutants(String pattern, String names) throws Exception {
    assertThat(plan("problems: ['" + pattern + "']").problems().keySet())
        .containsExactly(names.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "problem: [b]                         | unknown key 'problem'; allowed: problems, arms, seeds,",
        "seeds: 3                             | problems is missing; allowed: a list of files",
        "problems: []                         | problems is []; allowed",
        "problems: [7]                        | problems is 7; allowed: text",
        "problems: [no.v]                     | no.v: no such file or folder",
        "problems: ['no/*.v']                 | 'no/*.v' fits no problem file",
        "problems: ['b/[.v']                  | problems: 'b/[.v' is no pattern",
        "{problems: [b], seeds: 0}            | seeds is 0; allowed: 1 to 100000",
        "{problems: [b], seeds: five}         | seeds is \"five\"; allowed: a whole number",
        "{problems: [b], seeds: 2.5}          | seeds is 2.5; allowed: a whole number",
        "{problems: [b], jobs: 0}             | jobs is 0; allowed: 1 to",
        "{problems: [b], shards: -1}          | shards is -1; allowed: 1 to",
        "{problems: [b], fail-under: 101}     | fail-under is 101.0; allowed: 0 to 100",
        "{problems: [b], fail-under: most}    | fail-under is \"most\"; allowed: 0 to 100",
        "{problems: [b], output: 3}           | output is 3; allowed: text",
        "{problems: [b], arms: [whole]}       | arms is [\"whole\"]; allowed: lines of 'name: options of synth'",
        "{problems: [b], arms: {a: [x]}}      | arms: a is [\"x\"]; allowed: text",
        "{problems: [b], problems: [b]}       | :1: no YAML",
        "problems: [b                         | :1: no YAML",
        "b                                    | no list of 'key: value' lines",
      })
  void read_wrongInput_saysFileKeyValueAndWhatIsAllowed(String text, String message) {
    assertThatThrownBy(() -> plan(text))
        .isInstanceOf(SweepException.class)
        .hasMessageStartingWith(folder.resolve("sweep.yaml").toString())
        .hasMessageContaining(message)
        .message()
        .hasLineCount(1);
  }

  @Test
  void read_noFile_saysSo() {
    assertThatThrownBy(() -> SweepFile.read(folder.resolve("none.yaml")))
        .hasMessageContaining("none.yaml: no such file");
  }
}
