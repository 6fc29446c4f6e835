package dev.vmcts.corpus;

import dev.vmcts.corpus.Predicate.Case;
import dev.vmcts.verify.Goal;
import dev.vmcts.verify.Hypothesis;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A goal as far as inductive predicates go: its facts, its data, and which constructors fit. */
final class PredicateGoal {

  final Hints hints;
  final String conclusion;
  final Set<String> names;
  final List<Hypothesis> facts = new ArrayList<>();
  final List<Hypothesis> data = new ArrayList<>();

  PredicateGoal(Hints hints, Goal goal) {
    this.hints = hints;
    this.conclusion = goal.conclusion();
    this.names = goal.hypotheses().stream().map(Hypothesis::name).collect(Collectors.toSet());
    for (Hypothesis h : goal.hypotheses()) {
      (hints.types().containsKey(h.type()) ? data : facts).add(h);
    }
  }

  /** The predicate of which a text is an instance. */
  @Nullable
  Predicate predicate(String text) {
    List<String> parts = Predicate.split(text, " ");
    return hints.predicates().stream()
        .filter(p -> p.name().equals(parts.get(0))
            && p.cases().get(0).arguments().size() == parts.size() - 1)
        .findFirst()
        .orElse(null);
  }

  /** The arguments of an instance. */
  static List<String> arguments(String text) {
    List<String> parts = Predicate.split(text, " ");
    return parts.subList(1, parts.size());
  }

  /**
   * Whether a constructor may conclude about the arguments, as far as their outermost signs tell.
   *
   * @param known whether the arguments are those of a fact, so that a variable stands for something built
   */
  boolean fits(Case c, List<String> arguments, boolean known) {
    for (int i = 0; i < arguments.size(); i++) {
      String wanted = head(c.arguments().get(i));
      String given = head(arguments.get(i));
      int same = c.arguments().indexOf(c.arguments().get(i));
      if (!known
          && isConstant(arguments.get(i))
          && isConstant(arguments.get(same))
          && !arguments.get(i).equals(arguments.get(same))) {
        return false;
      }
      boolean open = c.variables().stream().anyMatch(v -> v.name().equals(wanted))
          || given.startsWith("?")
          || (known && !isBuilt(given));
      if (!open && !wanted.equals(given)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a term is a variable, a constant or a numeral. */
  private static boolean isConstant(String term) {
    return term.matches("\\w+'*");
  }

  /** Whether a constructor of data is outermost in a term with this head. */
  boolean isBuilt(String head) {
    return Set.of("S", "0", "::", "[]").contains(head)
        || hints.types().values().stream()
            .anyMatch(t -> t.constructors().stream().anyMatch(c -> c.name().equals(head)));
  }

  /** The constructor or function outermost in a term; numerals and lists in brackets count as built of constructors. */
  static String head(String term) {
    String text = term.startsWith("(") ? term.substring(1, term.length() - 1) : term;
    if (text.matches("[1-9]\\d*")) {
      return "S";
    } else if (text.equals("[]") || text.equals("0")) {
      return text;
    } else if (Predicate.split(text, " :: ").size() > 1 || text.startsWith("[")) {
      return "::";
    }
    for (String operator : List.of(" ++ ", " + ", " * ", " - ")) {
      if (Predicate.split(text, operator).size() > 1) {
        return operator;
      }
    }
    return text.split(" ", 2)[0];
  }

  /** A name that no hypothesis has. */
  String fresh(String wanted) {
    return free(wanted, List.of(), new ArrayList<>(names));
  }

  /** A name that is neither bound nor taken. */
  static String free(String wanted, List<String> bound, List<String> taken) {
    String name = wanted;
    for (int i = 1; bound.contains(name) || taken.contains(name); i++) {
      name = wanted + i;
    }
    return name;
  }
}
