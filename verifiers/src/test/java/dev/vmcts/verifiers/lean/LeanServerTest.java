package dev.vmcts.verifiers.lean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmcts.problem.Language;
import dev.vmcts.problem.Problem;
import dev.vmcts.verifiers.frame.Walk;
import dev.vmcts.verifiers.process.Sandbox;
import dev.vmcts.verify.VerifierException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The talk with Lean's server, with a recorded one on the other side. */
@Isolated("measures time")
final class LeanServerTest {

  private static final Duration MOST = Duration.ofSeconds(60);

  /** The recorded document after its fourth change. */
  private static final String UNSOLVED = """
      /-! header -/
      def f (n : Nat) : Nat := n + 1

      theorem f_zero : f 0 = 1 := rfl

      theorem f_pos (n : Nat) : 0 < f n := by
        unfold f
        omega

      theorem f_one : f 1 = 2 := by
        rfl

      theorem two : f 2 = 3 ∧ True := by
        constructor
      \
      """;

  @TempDir
  private Path folder;

  @Test
  void read_recordedTexts_diagnosticsAndGoalsAreTheLastOnes() throws Exception {
    try (LeanServer server = LeanServer.start(tool(), folder, MOST)) {
      LeanReport first = server.read("anything", -1, MOST);
      LeanReport second = server.read("anything", -1, MOST);
      String omega =
          UNSOLVED.substring(0, UNSOLVED.indexOf("theorem two")).replace("  rfl\n", "  omega\n");
      LeanReport third = server.read(omega, -1, MOST);
      LeanReport fourth = server.read(UNSOLVED + "  ", UNSOLVED.length() + 2, MOST);

      assertThat(first).isEqualTo(new LeanReport.Read(List.of(), List.of()));
      assertThat(second).isEqualTo(first);
      assertThat(((LeanReport.Read) third).diagnostics()).singleElement().satisfies(d -> {
        assertThat(d.error()).isTrue();
        assertThat(omega.substring(d.start(), d.end())).isEqualTo("omega");
        assertThat(d.message()).startsWith("omega could not prove the goal");
      });
      LeanReport.Read unsolved = (LeanReport.Read) fourth;
      assertThat(unsolved.diagnostics()).singleElement().satisfies(d -> {
        assertThat(d.message()).startsWith("unsolved goals\ncase left");
        assertThat(UNSOLVED.substring(d.start(), d.end())).isEqualTo("by\n  constructor");
      });
      assertThat(unsolved.goals()).hasSize(2);
      assertThat(LeanGoals.of(unsolved.goals()).get(0).conclusion()).isEqualTo("f 2 = 3");
    }
  }

  @Test
  void read_textThatIsNeverRead_timesOutAndTheServerIsEnded() throws Exception {
    try (LeanServer server = LeanServer.start(tool(), folder, MOST)) {
      server.read("anything", -1, MOST);

      assertThat(server.read("HANG", -1, Duration.ofMillis(300)))
          .isInstanceOf(LeanReport.TimedOut.class);
      assertThat(server.alive()).isTrue();
      assertThat(server.read("anything", -1, MOST)).isInstanceOf(LeanReport.Read.class);
    }
  }

  @Tag("slow")
  @Test
  void read_textThatKillsTheServer_isDeadAndTheEngineGoesOn() throws Exception {
    try (LeanEngine engine = new LeanEngine(tool())) {
      engine.read("anything", -1);
      LeanReport dead = engine.read("DIE", -1);
      LeanReport after = engine.read("anything", -1);

      assertThat(dead).isInstanceOf(LeanReport.Dead.class);
      assertThat(((LeanReport.Dead) dead).message()).contains("memory");
      assertThat(after).isInstanceOf(LeanReport.Read.class);
    }
  }

  @ParameterizedTest
  @CsvSource({"DIE ONCE, true", "DIE, false"})
  void open_givenTextThatKillsTheServer_isReadASecondTime(String word, boolean opens)
      throws Exception {
    Problem problem = Walk.problem(
        Language.LEAN,
        "-- " + word + "\ntheorem t : True := by\n  -- vmcts: hole\n  -- vmcts: end\n");
    LeanVerifier lean = new LeanVerifier(options(ScriptedLean.install(folder.toRealPath())));

    if (opens) {
      lean.open(problem).close();
    } else {
      assertThatThrownBy(() -> lean.open(problem))
          .isInstanceOf(VerifierException.class)
          .hasMessageContaining("memory");
    }
  }

  @Test
  void installation_scriptedLean_versionAndPrefixAreAsked() throws Exception {
    LeanTool tool = tool();

    assertThat(tool.program()).isEqualTo(folder.toRealPath().resolve("bin/lean"));
    assertThat(new LeanInstallation(options(tool.program())).version()).isEqualTo("4.27.0-pre");
  }

  @Test
  void installation_oldOrMissing_saysWhatToDo() throws Exception {
    Path script = ScriptedLean.install(folder.toRealPath());
    Files.writeString(script, Files.readString(script).replace("4.27.0-pre", "4.8.0"));

    assertThatThrownBy(() -> new LeanInstallation(options(script)).version())
        .isInstanceOf(VerifierException.class)
        .hasMessageContaining("is version 4.8.0; allowed: 4.9 and newer");
    assertThatThrownBy(() -> new LeanInstallation(options(folder.resolve("nowhere"))).program())
        .isInstanceOf(VerifierException.class)
        .hasMessageContaining("lean not found in")
        .hasMessageContaining("elan")
        .hasMessageContaining("--lean PATH");
  }

  private LeanTool tool() throws Exception {
    Path script = ScriptedLean.install(folder.toRealPath());
    return new LeanInstallation(options(script)).toolFor("test.lean");
  }

  private static LeanOptions options(Path program) {
    return new LeanOptions(
        Optional.of(program),
        Duration.ofSeconds(60),
        Duration.ofSeconds(60),
        4L << 30,
        Sandbox.OFF);
  }
}
