package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vmcts.verifiers.process.Executables;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dialogues over standard input with the real verifiers and a scripted model. */
@Tag("slow")
final class InteractiveTest {

  private static final String APPEND = """
      Require Import List.
      Import ListNotations.
      Lemma len_app : forall l m : list nat, length (l ++ m) = length l + length m.
      Proof.
      Admitted.
      """;

  @TempDir
  private Path folder;

  private final InputStream standardInput = System.in;

  @BeforeEach
  void home() {
    System.setProperty("vmcts.home", Path.of("..").toAbsolutePath().normalize().toString());
    // Never the standard input of whoever runs the tests.
    System.setIn(InputStream.nullInputStream());
  }

  @AfterEach
  void restore() {
    System.setIn(standardInput);
  }

  @Test
  void dialogue_takeWriteEditPrune_solves() throws Exception {
    Cli run = coq(
        List.of("destruct l.", "induction l.", "intros m.", "lia.", "intros k."),
        "p 1", // destruct
        "2", // induction, then two proposals at the new place
        "f",
        "e 1 /intros m/simpl; intros k/",
        "w reflexivity.",
        "w",
        "intros m.",
        "simpl. rewrite IHl.",
        ".",
        "s",
        "w reflexivity. Qed.",
        "q");

    assertThat(run.err())
        .contains("  1  destruct l.", "  2  induction l.")
        .contains("  2  lia.", "    rejected: ")
        .contains("goal 1 of 2\n", "  |- length k = length k")
        .contains("accepted: this whole program; proven: len_app")
        .contains("vmcts: solved after", "proven: len_app");
    assertThat(run.out())
        .contains("induction l.\nsimpl; intros k.\nreflexivity.\nintros m.\nsimpl.\nrewrite IHl.");
    assertThat(run.status()).isZero();
    String trace = trace();
    assertThat(Files.readString(Path.of(trace))).contains("\"interactive\":true");
    assertThat(Files.readString(Path.of(trace)).lines().filter(l -> l.contains("\"by\":")))
        .isNotEmpty()
        .noneMatch(l -> l.contains("induction"));
    assertThat(Cli.run("trace", "show", trace).out())
        .contains("simpl; intros k. (by a person)", "rewrite IHl. (by a person)", "induction l.  ");
    assertThat(Cli.run("trace", "verify", trace).status()).isZero();
  }

  @Test
  void dialogue_wrongOrders_getALineEach() throws Exception {
    Cli run = coq(
        List.of("lia.", "induction l."),
        "nonsense",
        "7",
        "1",
        "u",
        "p 9",
        "e 2 /destruct/case/",
        "w rewrite nothing.");

    assertThat(run.err())
        .contains("> 'nonsense' is no order; h lists them\n")
        .contains("> there is no candidate 7; there are: 1, 2\n")
        .contains("> candidate 1 was not verified (f: why); e 1 changes it\n")
        .contains("> this is the beginning\n")
        .contains("> there is no candidate 9; there are: 1, 2\n")
        .contains("> candidate 2 does not hold 'destruct': induction l.\n")
        .contains("> rewrite nothing.\nrejected: ")
        .doesNotContain("Exception");
  }

  @Test
  void dialogue_endOfInput_keepsTraceAndProgramAndGoesOnLater() throws Exception {
    Cli run = coq(List.of("induction l.", "destruct l."), "1", "w reflexivity.");
    assertThat(run.status()).isEqualTo(ExitCode.INTERRUPTED.status());
    Path partial = folder.resolve("out/p.partial.v");
    assertThat(run.err()).contains("vmcts: as far as it came: " + partial);
    assertThat(Files.readString(partial)).endsWith("induction l.\nreflexivity.\nAdmitted.\n");
    assertThat(folder.resolve("out/p.v")).doesNotExist();

    input("w intros m. simpl. rewrite IHl. reflexivity. Qed.", "q");
    Cli on = Cli.run("synth", "--resume", trace(), "--interactive");
    assertThat(on.err()).contains("-- p.v, hole 1 of 1, 2 steps", "vmcts: solved after");
    assertThat(on.status()).isZero();
    assertThat(Cli.run("trace", "verify", trace()).status()).isZero();
  }

  @Test
  void resume_withoutThePerson_searchesOn() throws Exception {
    coq(List.of("induction l.", "destruct l.", "intros m."), "1", "w reflexivity.");
    Cli on = Cli.run("synth", "--resume", trace(), "--quiet");
    assertThat(on.err()).contains("the model has nothing more to propose");
    assertThat(on.status()).isEqualTo(ExitCode.EXHAUSTED.status());
  }

  @Test
  void synth_optionsThatDoNotGoTogether_areRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("p.v"), APPEND);
    assertThat(Cli.run("synth", file.toString(), "-i", "--strategy", "dfs").err())
        .isEqualTo("vmcts: --interactive searches as vermcts does; leave out --strategy dfs\n");
    assertThat(Cli.run("synth", file.toString(), "--candidates", "3").err())
        .isEqualTo("vmcts: --candidates goes with --interactive\n");
    assertThat(Cli.run("synth", file.toString(), "-i", "--candidates", "0").err())
        .isEqualTo("vmcts: candidates is 0; allowed: 1 to 1000\n");
  }

  @Test
  void resume_traceOfASearchAlone_isRefused() throws Exception {
    assumeTrue(Executables.find("coqc").isPresent(), "Coq is not installed");
    Path file = Files.writeString(folder.resolve("p.v"), APPEND);
    Cli.run("synth", file.toString(), "-o", out(), "--model", script(List.of("lia.")), "-q");
    Cli on = Cli.run("synth", "--resume", trace(), "-i");
    assertThat(on.err()).contains("no trace of a dialogue").hasLineCount(1);
    assertThat(on.status()).isEqualTo(ExitCode.USAGE.status());
  }

  @Test
  void dialogue_dafny_solves() throws Exception {
    assumeTrue(Executables.find("dafny").isPresent(), "dafny is not on the search path");
    Path file = Files.writeString(folder.resolve("p.dfy"), """
        function sum(n: nat): nat { if n == 0 then 0 else n + sum(n - 1) }

        lemma Sum(n: nat)
          ensures 2 * sum(n) == n * (n + 1)
        """);
    input("f", "1", "w if n > 0 {", "w", "Sum(n - 1);", "}", ".", "w }", "q");
    Cli run = synth(file, script(List.of("assume false;", "sum(n);")));

    assertThat(run.err())
        .contains(
            "rejected: 'assume' may not",
            "the verifier's",
            "accepted: this whole program; proven: Sum");
    assertThat(run.out()).contains("if n > 0 {\nSum(n - 1);\n}");
    assertThat(run.status()).isZero();
  }

  private Cli coq(List<String> steps, String... orders) throws IOException {
    assumeTrue(Executables.find("coqc").isPresent(), "Coq is not installed");
    input(orders);
    return synth(Files.writeString(folder.resolve("p.v"), APPEND), script(steps));
  }

  private Cli synth(Path file, String model) {
    return Cli.run(
        "synth",
        file.toString(),
        "-o",
        out(),
        "--model",
        model,
        "--interactive",
        "--candidates",
        "2",
        "--solvers",
        "off",
        "--step-seconds",
        "30");
  }

  private static void input(String... lines) {
    byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    System.setIn(new ByteArrayInputStream(bytes));
  }

  private String script(List<String> steps) throws IOException {
    Path script = folder.resolve("script.json");
    Files.writeString(script, new JsonMapper().writeValueAsString(new ArrayList<>(steps)));
    return "script:" + script;
  }

  private String out() {
    return folder.resolve("out").toString();
  }

  private String trace() throws IOException {
    try (var files = Files.list(folder.resolve("out"))) {
      return files
          .map(Path::toString)
          .filter(f -> f.endsWith(".trace.jsonl"))
          .findFirst()
          .orElseThrow();
    }
  }
}
