package dev.vmcts.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmcts.llm.LanguageModel;
import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StopRule;
import dev.vmcts.llm.llamacpp.LlamaCppModel;
import dev.vmcts.problem.Language;
import dev.vmcts.problem.Problem;
import dev.vmcts.problem.ProblemException;
import dev.vmcts.problem.ProblemReader;
import dev.vmcts.verify.Acceptance;
import dev.vmcts.verify.Verifier;
import dev.vmcts.verify.VerifierException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vmcts doctor}: says what is installed, tries it, and says how to get what is missing. */
@Command(
    name = "doctor",
    description =
        "Says what is installed, asks each tool its version, tries it, and says how to get what is missing.",
    sortOptions = false)
final class DoctorCommand implements Callable<Integer> {

  private enum Health {
    OK,
    WARNING,
    MISSING
  }

  private record Finding(String check, Health health, String detail, Map<String, Object> facts) {

    ObjectNode json() {
      ObjectNode json = new JsonMapper()
          .createObjectNode()
          .put("check", check)
          .put("health", health.name())
          .put("detail", detail);
      facts.forEach((name, value) -> json.set(name, new JsonMapper().valueToTree(value)));
      return json;
    }
  }

  private static final String TRUE_LEMMA =
      "Lemma a : 1 + 1 = 2.\n(* vmcts: hole *)(* vmcts: end *)\n";
  private static final String DAFNY_LEMMA =
      "lemma a(n: int)\n  ensures n * n + 1 > 0\n{\n// vmcts: hole\n// vmcts: end\n}\n";
  private static final String LEAN_LEMMA =
      "theorem a (n : Nat) : 0 + n = n := by\n  -- vmcts: hole\n  -- vmcts: end\n";
  private static final int SPEED_TOKENS = 128;

  @Option(names = "--json", description = "Print the findings as one JSON object.")
  private boolean json;

  @Mixin
  private VerifierOptions verifierOptions;

  @Mixin
  private ModelOptions modelOptions;

  @Spec
  private CommandSpec spec;

  private final List<Finding> findings = new ArrayList<>();

  @Override
  public Integer call() throws CliException, InterruptedException {
    String java = Runtime.version().toString();
    String home = System.getProperty("java.home");
    add("java", Health.OK, java + " in " + home, Map.of("version", java, "path", home));
    coq(verifierOptions.verifier(Language.COQ));
    dafny(verifierOptions.verifier(Language.DAFNY));
    lean(verifierOptions.verifier(Language.LEAN));
    add(
        "sandbox",
        verifierOptions.sandbox().confines() ? Health.OK : Health.WARNING,
        verifierOptions.sandbox().describe());
    model();
    boolean missing = findings.stream().anyMatch(f -> f.health() == Health.MISSING);
    ExitCode code = missing ? ExitCode.MISSING : ExitCode.SOLVED;
    print(code);
    return code.status();
  }

  private void print(ExitCode code) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      ObjectNode all = new JsonMapper().createObjectNode().put("exitStatus", code.status());
      ArrayNode array = all.putArray("findings");
      findings.forEach(f -> array.add(f.json()));
      out.println(all);
    } else {
      int width = findings.stream().mapToInt(f -> f.check().length()).max().orElse(0);
      findings.forEach(
          f -> out.printf("%-8s %-" + width + "s  %s%n", f.health(), f.check(), f.detail()));
    }
  }

  private void coq(Verifier coq) throws CliException, InterruptedException {
    try {
      String version = coq.version();
      String path = verifierOptions.coqProgram().toString();
      add("coq", Health.OK, version + " in " + path, Map.of("version", version, "path", path));
      Problem lemma = problem("doctor.v", Language.COQ, TRUE_LEMMA);
      expect("coq accepts a proof", coq, lemma, " Proof. reflexivity. Qed. ", true);
      expect("coq refuses a wrong proof", coq, lemma, " Proof. discriminate. Qed. ", false);
      expect("audit refuses a gap", coq, lemma, " Proof. Admitted. ", false);
    } catch (VerifierException e) {
      add("coq", Health.MISSING, String.valueOf(e.getMessage()));
    }
  }

  /** Only a user with Dafny files needs it, so that it is missing is no fault unless it was named. */
  private void dafny(Verifier dafny) throws CliException, InterruptedException {
    Problem lemma = problem("doctor.dfy", Language.DAFNY, DAFNY_LEMMA);
    try {
      String path = verifierOptions.dafnyProgram().toString();
      String version = dafny.version();
      add("dafny", Health.OK, version + " in " + path, Map.of("version", version, "path", path));
    } catch (VerifierException e) {
      Health health = verifierOptions.namesDafny() ? Health.MISSING : Health.WARNING;
      add("dafny", health, e.getMessage() + "; needed for .dfy files only");
      return;
    }
    try {
      expect("dafny accepts a proof", dafny, lemma, "assert n * n >= 0;", true);
      expect("dafny refuses a wrong proof", dafny, lemma, "assert n * n > n;", false);
      expect("dafny audit refuses a gap", dafny, lemma, "assume false;", false);
    } catch (VerifierException e) {
      add("dafny", Health.MISSING, String.valueOf(e.getMessage()));
    }
  }

  /** As Dafny: only a user with Lean files needs it. */
  private void lean(Verifier lean) throws CliException, InterruptedException {
    Problem lemma = problem("doctor.lean", Language.LEAN, LEAN_LEMMA);
    try {
      String path = verifierOptions.leanProgram().toString();
      String version = lean.version();
      add("lean", Health.OK, version + " in " + path, Map.of("version", version, "path", path));
    } catch (VerifierException e) {
      Health health = verifierOptions.namesLean() ? Health.MISSING : Health.WARNING;
      add("lean", health, e.getMessage() + "; needed for .lean files only");
      return;
    }
    try {
      expect("lean accepts a proof", lean, lemma, "exact Nat.zero_add n", true);
      expect("lean refuses a wrong proof", lean, lemma, "rfl", false);
      expect("lean audit refuses a gap", lean, lemma, "sorry", false);
    } catch (VerifierException e) {
      add("lean", Health.MISSING, String.valueOf(e.getMessage()));
    }
  }

  /** A verifier that answers the same whatever it is asked would be worse than none. */
  private void expect(String what, Verifier verifier, Problem lemma, String proof, boolean good)
      throws VerifierException, InterruptedException {
    Acceptance answer = verifier.accept(lemma, List.of(proof));
    boolean expected =
        good ? answer instanceof Acceptance.Accepted : answer instanceof Acceptance.Refused;
    add(
        what,
        expected ? Health.OK : Health.MISSING,
        expected ? "as it should" : "it does not: " + answer);
  }

  private static Problem problem(String name, Language language, String text) {
    try {
      return ProblemReader.parse(name, language, text);
    } catch (ProblemException e) {
      throw new IllegalStateException(e);
    }
  }

  private void model() throws InterruptedException {
    try (LanguageModel model = modelOptions.open()) {
      String id = modelOptions.spec() + ", sha256 " + model.info().hash();
      model.sample("Lemma a : 1 + 1 = 2.", new Sampling(0, 1, 0, 1), StopRule.NONE, 1);
      long start = System.nanoTime();
      int tokens = 0;
      for (int seed = 1; tokens < SPEED_TOKENS && seed <= SPEED_TOKENS; seed++) {
        Proposal proposal = model.sample(
            "Lemma a : 1 + 1 = 2.",
            new Sampling(1, 1, 0, SPEED_TOKENS - tokens),
            StopRule.NONE,
            seed);
        tokens += proposal.tokens();
      }
      double speed = tokens / ((System.nanoTime() - start) / 1e9);
      add(
          "model",
          Health.OK,
          "%s, %.0f tokens/s".formatted(id, speed),
          Map.of(
              "model",
              modelOptions.spec(),
              "sha256",
              model.info().hash(),
              "tokensPerSecond",
              speed));
      if (model instanceof LlamaCppModel local) {
        NativeText library = new NativeText(local.library());
        add("native", Health.OK, library.text(), Map.of("library", library.json()));
      }
    } catch (ModelException | CliException e) {
      add("model", Health.MISSING, String.valueOf(e.getMessage()));
    }
  }

  private void add(String check, Health health, String detail) {
    add(check, health, detail, Map.of());
  }

  private void add(String check, Health health, String detail, Map<String, Object> facts) {
    findings.add(new Finding(check, health, detail, facts));
  }
}
