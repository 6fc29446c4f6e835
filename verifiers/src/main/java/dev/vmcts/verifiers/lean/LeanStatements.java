package dev.vmcts.verifiers.lean;

import dev.vmcts.verify.Acceptance;
import dev.vmcts.verify.Diagnostic;
import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.VerifierException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a compiled program rests on and what its given part states, asked from a module that imports it and holds nothing
 * else; and the same statements read from the problem alone, which must be equal.
 *
 * <p>Statements and definitions are compared as Lean prints them with everything shown: every implicit argument, instance
 * and universe, no notation. So what a hole could do to the reading of given text shows.
 */
final class LeanStatements {

  private static final String QUESTION = "VmctsQuestion";
  private static final String ALONE = "VmctsAlone";

  private static final List<String> SHOW_ALL = List.of(
      "set_option pp.all true",
      "set_option pp.proofs true",
      "set_option pp.deepTerms true",
      "set_option pp.maxSteps 10000000",
      "set_option format.width 100000");

  private static final Pattern AXIOMS =
      Pattern.compile("'(.+)' depends on axioms: \\[(.*)\\]", Pattern.DOTALL);
  private static final Pattern NO_AXIOMS = Pattern.compile("'(.+)' does not depend on any axioms");

  /** Names that Lean makes up for parts of definitions; which one it takes depends on what was made before. */
  private static final Pattern MADE_UP =
      Pattern.compile("[\\p{L}\\p{N}_.'✝«»]*\\.(_?(?:match|proof|sparseCasesOn|simp))_[\\d_]+");

  private final LeanRun run;
  private final LeanProgram program;
  private final String module;
  private final Map<String, String> refusals = new HashMap<>();

  /**
   * @param module the compiled program
   */
  LeanStatements(LeanRun run, LeanProgram program, String module) {
    this.run = run;
    this.program = program;
    this.module = module;
  }

  /** What was found: a fault, or the axioms that everything rests on. */
  record Finding(Optional<Acceptance> fault, List<String> axioms) {}

  Finding check() throws VerifierException, InterruptedException {
    List<String> names = List.copyOf(program.names());
    List<String> questions =
        new ArrayList<>(names.stream().map(n -> "#print axioms " + n).toList());
    List<String> statements = statements();
    questions.addAll(SHOW_ALL);
    questions.addAll(statements);
    Map<String, String> answers = new HashMap<>();
    Optional<Acceptance> failure = ask(QUESTION, "import " + module + "\n", questions, answers);
    if (failure.isPresent()) {
      return new Finding(failure, List.of());
    }
    List<String> axioms = new ArrayList<>();
    for (String name : names) {
      Optional<List<String>> own = axioms(name, answers.getOrDefault("#print axioms " + name, ""));
      if (own.isEmpty()) {
        return new Finding(
            Optional.of(new Acceptance.Undecided(
                Verdict.Reason.CRASH,
                "Lean did not say which axioms " + name + " rests on: "
                    + told("#print axioms " + name, answers))),
            List.of());
      }
      own.get().stream().filter(a -> !axioms.contains(a)).forEach(axioms::add);
    }
    return new Finding(compare(statements, answers), axioms);
  }

  private String told(String question, Map<String, String> answers) {
    return answers.getOrDefault(question, refusals.getOrDefault(question, "it said nothing"));
  }

  /** One question for each statement and definition of the given text that can be named. */
  private List<String> statements() {
    return program.given().stream()
        .filter(LeanDeclaration::named)
        .map(
            d -> d.states() || !program.untouched(d) ? "#check @" + d.name() : "#print " + d.name())
        .distinct()
        .toList();
  }

  private Optional<Acceptance> compare(List<String> statements, Map<String, String> answers)
      throws VerifierException, InterruptedException {
    LeanProgram alone = program.alone();
    StringBuilder text = new StringBuilder(alone.text()).append('\n');
    alone.ends().forEach(e -> text.append(e).append('\n'));
    Map<String, String> own = new HashMap<>();
    List<String> questions = new ArrayList<>(SHOW_ALL);
    questions.addAll(statements);
    Optional<Acceptance> failure = ask(ALONE, text.toString(), questions, own);
    if (failure.isPresent()) {
      return failure;
    }
    for (String statement : statements) {
      String expected = plain(own.getOrDefault(statement, ""));
      String found = plain(answers.getOrDefault(statement, ""));
      if (expected.isEmpty() || !expected.equals(found)) {
        return Optional.of(new Acceptance.Refused(new Diagnostic(
            Diagnostic.Kind.FORBIDDEN,
            "what is proven is not what the problem states: " + statement + " says '" + found
                + "', and '" + expected + "' for the problem alone")));
      }
    }
    return Optional.empty();
  }

  /**
   * Asks questions at the end of a text, a line each, and sets options on the way.
   *
   * @param answers takes the answers; a question that Lean refuses gets none, and no more does an option
   */
  private Optional<Acceptance> ask(
      String name, String text, List<String> questions, Map<String, String> answers)
      throws VerifierException, InterruptedException {
    StringBuilder asked = new StringBuilder(text);
    int first = 1 + (int) asked.chars().filter(c -> c == '\n').count();
    questions.forEach(q -> asked.append(q).append('\n'));
    LeanRun.Result result = run.read(name, asked.toString(), false);
    if (result.failure().isPresent()) {
      return result.failure();
    }
    for (LeanMessage message : result.messages()) {
      int index = message.line() - first;
      boolean ours = index >= 0 && index < questions.size() && message.column() == 0;
      if (ours && message.isError()) {
        refusals.put(questions.get(index), message.text());
      } else if (ours && message.severity().equals("information")) {
        String before = answers.put(questions.get(index), message.text());
        if (before != null) {
          return Optional.of(new Acceptance.Refused(new Diagnostic(
              Diagnostic.Kind.FORBIDDEN,
              "a question was answered twice: " + questions.get(index))));
        }
      }
    }
    return Optional.empty();
  }

  /** The axioms in an answer about a name; empty when it is no such answer. */
  static Optional<List<String>> axioms(String name, String answer) {
    Matcher none = NO_AXIOMS.matcher(answer);
    if (none.matches() && none.group(1).equals(name)) {
      return Optional.of(List.of());
    }
    Matcher some = AXIOMS.matcher(answer);
    return some.matches() && some.group(1).equals(name)
        ? Optional.of(List.of(some.group(2).strip().split("\\s*,\\s*", -1)))
        : Optional.empty();
  }

  private static String plain(String answer) {
    return MADE_UP.matcher(answer).replaceAll("$1").replaceAll("\\s+", " ").strip();
  }
}
