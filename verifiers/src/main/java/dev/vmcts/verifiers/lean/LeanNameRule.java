package dev.vmcts.verifiers.lean;

import dev.vmcts.verifiers.lean.LeanToken.Kind;
import dev.vmcts.verify.Acceptance;
import dev.vmcts.verify.Diagnostic;
import dev.vmcts.verify.VerifierException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rule that a hole gives no new meaning to a name: what it declares and later given text mentions must mean nothing at
 * the start of the hole, unless the header lists it under {@code defines}. Lean itself is asked what a name means.
 *
 * <p>A name that Lean could bind by itself where it is not declared, which is every one that is not applied to something,
 * must be listed.
 */
final class LeanNameRule {

  private static final String MODULE = "VmctsNames";

  private final LeanRun run;

  LeanNameRule(LeanRun run) {
    this.run = run;
  }

  /** What the rule has against a program that compiles; empty if nothing. */
  Optional<Acceptance> check(LeanProgram program) throws VerifierException, InterruptedException {
    for (int hole = 0; hole < program.fills().size(); hole++) {
      Set<String> names = suspects(program, hole);
      for (String name : names) {
        if (!isApplied(name, program.mentionedAfter(hole))) {
          return Optional.of(refused(name));
        }
      }
      Optional<Acceptance> known =
          names.isEmpty() ? Optional.empty() : ask(program.before(hole), List.copyOf(names));
      if (known.isPresent()) {
        return known;
      }
    }
    return Optional.empty();
  }

  /** Names that a hole declares and given text behind it mentions, but for those that the header lists. */
  private static Set<String> suspects(LeanProgram program, int hole) {
    Set<String> mentioned = new LinkedHashSet<>();
    program.mentionedAfter(hole).stream()
        .filter(t -> t.kind() == Kind.WORD)
        .forEach(t -> mentioned.addAll(Arrays.asList(t.text().split("\\.", -1))));
    Set<String> names = new LinkedHashSet<>();
    program.declaredIn(hole).stream()
        .filter(d -> !d.name().isEmpty())
        .map(LeanDeclaration::lastName)
        .filter(mentioned::contains)
        .forEach(names::add);
    program.problem().header().defines().forEach(names::remove);
    return names;
  }

  /** Whether a name is followed by an argument somewhere, so that it cannot be a variable that Lean binds by itself. */
  private static boolean isApplied(String name, List<LeanToken> tokens) {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      LeanToken next = tokens.get(i + 1);
      boolean argument = next.kind() == Kind.NUMBER
          || next.kind() == Kind.STRING
          || next.is("(")
          || next.is("[")
          || next.is("⟨")
          || (next.kind() == Kind.WORD && !LeanStep.startsCommand(next) && !next.is("at"));
      if (tokens.get(i).is(name) && argument && !next.firstOfLine()) {
        return true;
      }
    }
    return false;
  }

  private Optional<Acceptance> ask(String before, List<String> names)
      throws VerifierException, InterruptedException {
    StringBuilder text = new StringBuilder(before).append('\n');
    int first = 1 + (int) text.chars().filter(c -> c == '\n').count();
    names.forEach(n -> text.append("#check @").append(n).append('\n'));
    LeanRun.Result result = run.read(MODULE, text.toString(), false);
    if (result.failure().isPresent()) {
      return result.failure();
    }
    List<Integer> unknown = new ArrayList<>();
    result.messages().stream()
        .filter(LeanMessage::isError)
        .filter(m -> LeanErrors.isUnknownName(m.text()))
        .forEach(m -> unknown.add(m.line()));
    for (int i = 0; i < names.size(); i++) {
      if (!unknown.contains(first + i)) {
        return Optional.of(refused(names.get(i)));
      }
    }
    return Optional.empty();
  }

  private static Acceptance refused(String name) {
    return new Acceptance.Refused(
        new Diagnostic(
            Diagnostic.Kind.FORBIDDEN,
            "the hole may give a new meaning to '" + name
                + "', which the given text behind it mentions; choose another name, or list it under 'defines'"));
  }
}
