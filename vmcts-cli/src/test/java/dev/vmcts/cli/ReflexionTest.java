package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vmcts.verifiers.process.Executables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repair by reflection with the real Coq and a scripted model. */
@Tag("slow")
final class ReflexionTest {

  private static final String LEMMA =
      "Lemma double : forall n : nat, n + 0 = n.\nProof.\nAdmitted.\n";

  @TempDir
  private Path folder;

  @BeforeEach
  void home() {
    System.setProperty("vmcts.home", Path.of("..").toAbsolutePath().normalize().toString());
  }

  @Test
  void synth_wrongThenRight_isSolvedInTheSecondRound() throws Exception {
    assumeTrue(Executables.find("coqc").isPresent(), "Coq is not installed");
    Cli run = synth(
        List.of(
            "intros n. reflexivity. Qed.",
            "n + 0 does not compute; induction is needed.",
            "induction n. reflexivity. simpl. rewrite IHn. reflexivity. Qed."),
        "--prompt-style",
        "instruct");

    assertThat(run.err()).contains("vmcts: solved after", "proven: double");
    assertThat(run.out()).contains("induction n.").doesNotContain("intros n.", "does not compute");
    assertThat(run.status()).isZero();
    String trace = folder.resolve("out/p.trace.jsonl").toString();
    assertThat(Files.readString(Path.of(trace)).lines().filter(l -> l.contains("\"round\":1")))
        .hasSize(1);
    assertThat(Cli.run("trace", "verify", trace).status()).isZero();
    assertThat(Cli.run("trace", "show", trace).out()).contains("strategy REFLEXION", "SOLVED");
  }

  @Test
  void synth_styleWithoutAPlaceForIt_isRefusedInOneLine() throws Exception {
    assumeTrue(Executables.find("coqc").isPresent(), "Coq is not installed");
    Cli run = synth(List.of("auto."));
    assertThat(run.err())
        .isEqualTo("vmcts: prompt style 'base' has no place for a refused program, which --strategy"
            + " reflexion needs; with an instruct model: --prompt-style instruct\n");
    assertThat(run.status()).isEqualTo(ExitCode.USAGE.status());
  }

  @Test
  void synth_styleThatShowsNoError_isRefusedWithTheKey() throws Exception {
    assumeTrue(Executables.find("coqc").isPresent(), "Coq is not installed");
    String style = Files.readString(Path.of("../prompts/instruct.yaml")).replace("%error", "");
    Path file = Files.writeString(folder.resolve("mine.yaml"), style);
    Cli run = synth(List.of("auto."), "--prompt-style", file.toString());
    assertThat(run.err()).contains("mine.yaml", "reflexion.reflect must hold %error");
    assertThat(run.err()).hasLineCount(1);
    assertThat(run.status()).isEqualTo(ExitCode.USAGE.status());
  }

  @Test
  void synth_reflectionsOfAnotherStrategyOrTooMany_areRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("p.v"), LEMMA);
    assertThat(Cli.run("synth", file.toString(), "--reflections", "2").err())
        .isEqualTo("vmcts: --reflections goes with --strategy reflexion\n");
    Cli many = Cli.run("synth", file.toString(), "--strategy", "reflexion", "--reflections", "101");
    assertThat(many.err()).isEqualTo("vmcts: reflections is 101; allowed: 0 to 100\n");
  }

  private Cli synth(List<String> texts, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("p.v"), LEMMA);
    Path script = folder.resolve("script.json");
    Files.writeString(script, new JsonMapper().writeValueAsString(texts));
    List<String> arguments = new ArrayList<>(List.of(
        "synth",
        file.toString(),
        "-o",
        folder.resolve("out").toString(),
        "--model",
        "script:" + script,
        "--strategy",
        "reflexion"));
    arguments.addAll(List.of(options));
    return Cli.run(arguments.toArray(String[]::new));
  }
}
