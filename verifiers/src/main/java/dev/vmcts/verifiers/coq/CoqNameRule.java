package dev.vmcts.verifiers.coq;

import dev.vmcts.problem.Problem;
import dev.vmcts.verifiers.coq.CoqProgram.Line;
import dev.vmcts.verifiers.coq.CoqToken.Kind;
import dev.vmcts.verifiers.process.ProcessResult;
import dev.vmcts.verify.Acceptance;
import dev.vmcts.verify.Diagnostic;
import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.VerifierException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rule that a hole gives no new meaning to a name: what it defines and later given text mentions must mean nothing
 * at the start of the hole, unless the header lists it under {@code defines}. Coq itself is asked what a name means.
 *
 * <p>A tactic that a hole defines must not be mentioned at all, since Coq's built-in tactics cannot be asked for. Where
 * given text generalises over free names, every mentioned name must be listed, since it would bind itself otherwise.
 */
final class CoqNameRule {

  private static final Pattern NOT_FAILED =
      Pattern.compile("line (\\d+), characters [^\\n]*\\n[^\\n]*has not failed");

  private final CoqRun run;

  CoqNameRule(CoqRun run) {
    this.run = run;
  }

  /** What the rule has against a program that compiles; empty if nothing. */
  Optional<Acceptance> check(Problem problem, List<String> fills, CoqProgram program)
      throws VerifierException, InterruptedException {
    StringBuilder before = new StringBuilder();
    for (int hole = 0; hole < fills.size(); hole++) {
      before.append(problem.given().get(hole));
      Set<String> names = suspects(problem, program, hole);
      Optional<String> reserved =
          names.stream().filter(n -> mustBeListed(program, n)).findFirst();
      if (reserved.isPresent()) {
        return Optional.of(refused(reserved.get()));
      }
      Optional<Acceptance> known =
          names.isEmpty() ? Optional.empty() : ask(before, new ArrayList<>(names));
      if (known.isPresent()) {
        return known;
      }
      before.append(fills.get(hole));
    }
    return Optional.empty();
  }

  /** Names that a hole defines and given text behind it mentions, but for those that the header lists. */
  private static Set<String> suspects(Problem problem, CoqProgram program, int hole) {
    Set<String> mentioned = new LinkedHashSet<>();
    for (Line line : program.givenAfter(hole)) {
      line.sentence().tokens().stream()
          .filter(t -> t.kind() == Kind.IDENT || t.kind() == Kind.FIELD)
          .forEach(t -> mentioned.add(t.text()));
      line.sentence().tokens().stream()
          .filter(t -> t.kind() == Kind.STRING)
          .flatMap(t -> CoqLexer.lex(t.text().substring(1, t.text().length() - 1)).stream())
          .forEach(t -> mentioned.add(t.text()));
    }
    Set<String> names = new LinkedHashSet<>(program.definedIn(hole));
    names.retainAll(mentioned);
    problem.header().defines().forEach(names::remove);
    return names;
  }

  private static boolean mustBeListed(CoqProgram program, String name) {
    return program.lines().stream()
        .anyMatch(l -> l.given()
            ? l.sentence().tokens().stream().anyMatch(t -> t.isIdent("Generalizable"))
            : l.command().equals("Ltac") && l.sentence().tokens().get(1).isIdent(name));
  }

  private Optional<Acceptance> ask(CharSequence before, List<String> names)
      throws VerifierException, InterruptedException {
    StringBuilder text = new StringBuilder(before).append('\n');
    int firstLine = (int) text.chars().filter(c -> c == '\n').count() + 1;
    names.forEach(n -> text.append("Fail Print ").append(n).append(".\n"));
    ProcessResult result = run.compile("VmctsNames", text.toString());
    Matcher known = NOT_FAILED.matcher(result.stderr());
    if (known.find()) {
      int index = Integer.parseInt(known.group(1)) - firstLine;
      return Optional.of(
          refused(index >= 0 && index < names.size() ? names.get(index) : names.get(0)));
    }
    // The text ends in the middle of things, so that Coq may complain, but of that alone.
    return result.exitCode() == 0 || CoqMessages.complainsOfTheEnd(result.stderr())
        ? Optional.empty()
        : Optional.of(CoqRun.failure(result, run.limits())
            .filter(f -> f instanceof Acceptance.Undecided)
            .orElseGet(() -> new Acceptance.Undecided(
                Verdict.Reason.CRASH,
                "Coq did not say which names are known: " + CoqMessages.error(result.stderr()))));
  }

  private static Acceptance refused(String name) {
    return new Acceptance.Refused(
        new Diagnostic(
            Diagnostic.Kind.FORBIDDEN,
            "the hole gives a new meaning to '" + name
                + "', which the given text behind it mentions; choose another name, or list it under 'defines'"));
  }
}
