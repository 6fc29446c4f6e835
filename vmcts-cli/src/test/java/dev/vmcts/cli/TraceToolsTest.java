package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vmcts.verifiers.process.Executables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be done with a trace of the real Coq that a script led: two lemmas, both proven. */
final class TraceToolsTest {

  @TempDir
  private static Path folder;

  private static Path problem;
  private static Path trace;

  @BeforeAll
  static void search() throws Exception {
    assumeTrue(Executables.find("coqc").isPresent(), "Coq is not installed");
    problem = Files.writeString(folder.resolve("two.v"), """
        Lemma a : forall n : nat, n + 0 = n.
        Proof.
        Admitted.
        Lemma b : 1 + 1 = 2.
        Proof.
        Admitted.
        """);
    Path script = Files.writeString(
        folder.resolve("steps.txt"),
        "reflexivity.\ninduction n.\nreflexivity.\nnonsense.\nsimpl; rewrite IHn; reflexivity.\nreflexivity.\n");
    Cli run = Cli.run(
        "synth",
        problem.toString(),
        "-o",
        folder.resolve("out").toString(),
        "--model",
        "script:" + script,
        "--exploration",
        "0",
        "--solvers",
        "off",
        "-q");
    assertThat(run.err()).contains("solved after");
    trace = folder.resolve("out/two.trace.jsonl");
  }

  @Test
  void stats_ofATrace_countsWhatItHolds() throws Exception {
    Cli text = Cli.run("trace", "stats", trace.toString());
    assertThat(text.out()).contains("two.v: SOLVED after", "acceptance", "rejected", "verified");
    JsonNode json = json(Cli.run("trace", "stats", trace.toString(), "--json"));
    assertThat(json.path("outcome").asText()).isEqualTo("SOLVED");
    assertThat(json.at("/verdicts/rejected").asInt()).isEqualTo(count("verdict", "rejected"));
    assertThat(json.path("prefixes").asInt()).isEqualTo(count("event", "node"));
    assertThat(json.path("depth").asInt()).isEqualTo(6);
  }

  @Test
  void verify_traceAsWritten_agrees() {
    Cli run = Cli.run("trace", "verify", trace.toString());
    assertThat(run.out()).contains(" 0 differ, 0 could not be told; the solution is accepted");
    assertThat(run.status()).isZero();
  }

  @Test
  void verify_forgedVerdict_isListed() throws Exception {
    String forged = Files.readString(trace)
        .replaceFirst("\"verdict\":\"rejected\"", "\"verdict\":\"verified\"");
    Path file = Files.writeString(folder.resolve("forged.jsonl"), forged);
    Cli run = Cli.run("trace", "verify", file.toString());
    assertThat(run.out()).contains("verified in the trace, now rejected", ": 1 differ");
    assertThat(run.status()).isEqualTo(ExitCode.REJECTED.status());
  }

  @Test
  void diff_otherSeed_saysWhereTheyPart() throws Exception {
    String other = Files.readString(trace)
        .replace("\"seed\":1,", "\"seed\":2,")
        .replaceFirst("\"text\":\"nonsense\\.\"", "\"text\":\"sense.\"");
    Path file = Files.writeString(folder.resolve("other.jsonl"), other);
    Cli run = Cli.run("trace", "diff", trace.toString(), file.toString());
    assertThat(run.out())
        .contains(
            "header: settings.seed: 1 | 2",
            "first difference: line",
            "text: \"nonsense.\" | \"sense.\"");
    assertThat(run.status()).isEqualTo(ExitCode.DIFFERENT.status());
    assertThat(Cli.run("trace", "diff", trace.toString(), trace.toString()).status())
        .isZero();
  }

  @Test
  void timeline_ofATrace_isInTheFormatOfItsViewers() throws Exception {
    Path file = folder.resolve("line.json");
    Cli.run("trace", "timeline", trace.toString(), "-o", file.toString());
    List<JsonNode> events = new ArrayList<>();
    new JsonMapper().readTree(Files.readString(file)).path("traceEvents").forEach(events::add);
    assertThat(events).allSatisfy(e -> assertThat(e.path("ph").asText()).isIn("M", "X", "i"));
    double end = 0;
    for (JsonNode e : events) {
      if (e.path("ph").asText().equals("X") && e.path("tid").asInt() > 1) {
        assertThat(e.path("ts").asDouble()).as(e.toString()).isGreaterThanOrEqualTo(end - 1);
        end = e.path("ts").asDouble() + e.path("dur").asDouble();
      }
    }
    assertThat(events.stream().map(e -> e.path("name").asText()))
        .contains("accept: accepted", "solution", "rejected: nonsense.");
  }

  @Test
  void html_ofATrace_needsNothingElse() throws Exception {
    Cli run = Cli.run("trace", "html", trace.toString());
    Path page = folder.resolve("out/two.trace.html");
    assertThat(run.out().strip()).isEqualTo(page.toString());
    String text = Files.readString(page);
    assertThat(text.length()).isLessThan(100_000);
    assertThat(text)
        .contains("<title>two.v</title>", "simpl; rewrite IHn; reflexivity.")
        .doesNotContain("src=", "@import", "fetch(", "%DATA%", "%SCRIPT%");
  }

  @Test
  void export_ofATrace_hasTheRowsOfItsFormat() throws Exception {
    List<JsonNode> sft = rows("sft", "plain");
    assertThat(sft).hasSize(2);
    assertThat(sft.get(0).path("prompt").asText()).endsWith("|- forall n : nat, n + 0 = n *)\n");
    assertThat(sft.get(1).path("prompt").asText()).contains("simpl; rewrite IHn", "Lemma b");
    assertThat(sft.get(1).path("completion").asText()).isEqualTo("reflexivity.\nQed.\n");
    assertThat(sft.get(0).at("/source/problem").asText()).endsWith("two.v");
    List<JsonNode> dpo = rows("dpo", "chat");
    assertThat(dpo.get(0).at("/prompt/0/role").asText()).isEqualTo("user");
    assertThat(dpo.get(0).at("/chosen/0/content").asText()).isEqualTo("induction n.\n");
    assertThat(dpo.get(0).at("/rejected/0/content").asText()).isEqualTo("reflexivity.\n");
    assertThat(rows("kto", "plain").stream().map(r -> r.path("label").asBoolean()))
        .contains(true, false);
    assertThat(rows("process", "plain")).anySatisfy(row -> {
      assertThat(row.path("completions").toString()).contains("\"reflexivity.\",\"nonsense.\"]");
      assertThat(row.path("labels").toString()).isEqualTo("[true,true,false]");
    });
  }

  @Test
  void export_sameTraceTwiceOrHeldOut_writesNoRowMore() {
    String file = trace.toString();
    Cli twice = Cli.run("trace", "export", "--format", "sft", file, file);
    assertThat(twice.out().lines()).hasSize(2);
    assertThat(twice.err()).contains("2 rows of sft, 2 duplicates left out");
    Cli none = Cli.run("trace", "export", "--format", "sft", file, "--exclude", problem.toString());
    assertThat(none.out()).isEmpty();
    assertThat(none.err()).contains("1 traces of held-out problems");
    Cli wrong = Cli.run("trace", "export", "--format", "sft", file, "--exclude", "no-such-file");
    assertThat(wrong.status()).isEqualTo(ExitCode.USAGE.status());
  }

  @Test
  void resume_withSettingsThatTheTraceSettles_saysSo() {
    Cli seed = Cli.run("synth", "--resume", trace.toString(), "--seed", "2");
    assertThat(seed.err()).contains("--seed is settled by the trace");
    assertThat(seed.status()).isEqualTo(ExitCode.USAGE.status());
    Cli none = Cli.run("synth");
    assertThat(none.err()).contains("no FILE");
    assertThat(none.status()).isEqualTo(ExitCode.USAGE.status());
  }

  @Tag("slow")
  @Test
  void resume_traceCutAnywhere_endsTheSame() throws Exception {
    String whole = Files.readString(trace);
    String[] lines = whole.split("(?<=\n)", -1);
    for (int kept : new int[] {1, 7, lines.length - 4}) {
      Path cut = folder.resolve("cut" + kept + ".trace.jsonl");
      Files.writeString(cut, String.join("", List.of(lines).subList(0, kept)) + "{\"event\":\"ver");
      Cli run = Cli.run("synth", problem.toString(), "--resume", cut.toString(), "-q");
      assertThat(run.err()).contains("solved after", "proven: a, b");
      Cli diff = Cli.run("trace", "diff", trace.toString(), cut.toString());
      assertThat(diff.out()).startsWith("the same search");
      assertThat(folder.resolve("cut" + kept + ".v")).exists();
    }
  }

  @Test
  void resume_spentBudgetRaised_goesOn() throws Exception {
    Path script = folder.resolve("steps.txt");
    String out = folder.resolve("small").toString();
    Cli first = Cli.run(
        "synth",
        problem.toString(),
        "-o",
        out,
        "--model",
        "script:" + script,
        "--exploration",
        "0",
        "--solvers",
        "off",
        "--expansions",
        "3",
        "-q");
    assertThat(first.status()).isEqualTo(ExitCode.BUDGET_SPENT.status());
    String small = folder.resolve("small/two.trace.jsonl").toString();
    Cli more = Cli.run("synth", "--resume", small, "--expansions", "100", "-q");
    assertThat(more.err()).contains("solved after");
    Cli diff = Cli.run("trace", "diff", trace.toString(), small);
    assertThat(diff.out()).contains("the same search", "header: budget.expansions");
    TraceSchema.check("synth", "-o", out);
  }

  private static List<JsonNode> rows(String format, String layout) throws Exception {
    Cli run = Cli.run("trace", "export", "--format", format, "--layout", layout, trace.toString());
    assertThat(run.status()).as(run.err()).isZero();
    List<JsonNode> rows = new ArrayList<>();
    for (String line : run.out().lines().toList()) {
      rows.add(new JsonMapper().readTree(line));
    }
    assertThat(rows).isNotEmpty();
    return rows;
  }

  private static long count(String key, String value) throws Exception {
    return Files.readAllLines(trace).stream()
        .filter(line -> line.contains("\"" + key + "\":\"" + value + "\""))
        .count();
  }

  private static JsonNode json(Cli run) throws Exception {
    return new JsonMapper().readTree(run.out());
  }
}
