package dev.vmcts.verifiers.dafny;

import dev.vmcts.verifiers.dafny.DafnyPrefix.Step;
import dev.vmcts.verify.Verdict;
import java.util.List;

/** What it means that a text uses names which a later declaration may yet give. */
final class DafnyForward {

  private static final int MOST_NAMES = 2;
  private static final int MOST_STEPS = 8;

  private DafnyForward() {}

  /**
   * More text is needed as long as the names look like helpers that are to come; otherwise nothing can be said.
   *
   * @param from where the steps start that have not been judged before
   */
  static Verdict verdict(List<String> unknown, DafnyPrefix prefix, int from) {
    List<Step> steps = prefix.steps().stream().filter(s -> s.end() > from).toList();
    boolean helpers = unknown.stream().allMatch(name -> isHelper(name, steps));
    String names = String.join(", ", unknown);
    return helpers && unknown.size() <= MOST_NAMES && steps.size() <= MOST_STEPS
        ? new Verdict.Incomplete("declarations are to come: " + names)
        : new Verdict.Undecided(
            Verdict.Reason.RESOURCE, "not declared so far, and given up waiting for: " + names);
  }

  private static boolean isHelper(String name, List<Step> steps) {
    return Character.isUpperCase(name.charAt(0)) || steps.stream().anyMatch(s -> calls(s, name));
  }

  private static boolean calls(Step step, String name) {
    for (int i = 0; i + 1 < step.tokens().size(); i++) {
      DafnyToken next = step.tokens().get(i + 1);
      if (step.tokens().get(i).isWord(name) && (next.isSymbol("(") || next.isSymbol("<"))) {
        return true;
      }
    }
    return false;
  }
}
