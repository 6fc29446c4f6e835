package dev.vmcts.llm.control;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that a prompt shows: of the last goal comment, {@code (* n m : nat; H : a = b |- concl *)}, or of the
 * statement whose proof begins, and of what is defined or stated above it.
 *
 * @param hypotheses names whose type reads like a statement
 * @param variables the other names of the goal's context, and what the goal quantifies over; before any goal is shown, what the
 *     statement quantifies over
 * @param globals functions, lemmas and theorems, all but the last that is stated
 */
record PromptNames(List<String> hypotheses, List<String> variables, List<String> globals) {

  private static final Pattern GOAL =
      Pattern.compile("\\(\\* (?:\\[\\d+\\] ?)?([^|]*(?:\\|(?!-)[^|]*)*)\\|- (.*?) \\*\\)");
  private static final Pattern GROUP = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_' ]*) : (.*)");
  private static final Pattern STATEMENT =
      Pattern.compile("[=<>~]|/\\\\|\\\\/|->|\\b(?:forall|exists|True|False|In|Is_true)\\b");
  private static final Pattern GLOBAL = Pattern.compile(
      "\\b(?:Fixpoint|Definition|Function|Lemma|Theorem|Example|Fact|Remark|Corollary|Proposition|Axiom|Parameter)"
          + "\\s+([\\p{L}_][\\p{L}\\p{N}_']*)");
  private static final Pattern QUANTIFIED = Pattern.compile("\\s*:\\s*forall\\s+([^,]*),");
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_']*");

  static PromptNames of(String prompt) {
    List<String> hypotheses = new ArrayList<>();
    List<String> variables = new ArrayList<>();
    Matcher goal = GOAL.matcher(prompt);
    String context = "";
    String conclusion = "";
    int shown = 0;
    while (goal.find()) {
      context = goal.group(1);
      conclusion = goal.group(2);
      shown = goal.end();
    }
    for (String group : context.split(";", -1)) {
      Matcher matcher = GROUP.matcher(group.strip());
      if (matcher.matches()) {
        boolean statement = STATEMENT.matcher(matcher.group(2)).find();
        (statement ? hypotheses : variables)
            .addAll(List.of(matcher.group(1).strip().split(" +")));
      }
    }
    variables.addAll(quantified(":" + conclusion));
    Set<String> globals = new LinkedHashSet<>();
    Matcher matcher = GLOBAL.matcher(prompt);
    String last = "";
    int end = 0;
    while (matcher.find()) {
      last = matcher.group(1);
      end = matcher.end();
      globals.add(last);
    }
    globals.remove(last);
    if (end > shown) {
      hypotheses.clear();
      variables.clear();
      variables.addAll(quantified(prompt.substring(end)));
    }
    return new PromptNames(List.copyOf(hypotheses), List.copyOf(variables), List.copyOf(globals));
  }

  /** The variables of a statement that begins with {@code forall}: {@code (n m : nat) (l : list nat)} or {@code n m}. */
  private static List<String> quantified(String statement) {
    Matcher matcher = QUANTIFIED.matcher(statement);
    if (!matcher.lookingAt()) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (String group : matcher.group(1).split("[()]", -1)) {
      String before = group.split(":", -1)[0];
      NAME.matcher(before).results().forEach(name -> names.add(name.group()));
    }
    return names;
  }

  /** The names that a placeholder stands for. */
  List<String> of(char placeholder) {
    return switch (placeholder) {
      case 'H' -> hypotheses;
      case 'V' -> variables;
      case 'L' -> globals;
      default -> throw new IllegalArgumentException("placeholder $" + placeholder);
    };
  }
}
