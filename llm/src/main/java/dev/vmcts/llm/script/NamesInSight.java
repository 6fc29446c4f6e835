package dev.vmcts.llm.script;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that a prompt shows: those of its last goal comment and those of its definitions.
 *
 * <p>Read by pattern, so a guess: a name is a hypothesis when its type looks like a proposition.
 *
 * @param hypotheses names whose type is a proposition
 * @param variables other names of the context, and those that the conclusion binds first
 * @param lemmas names that were defined or proven before
 */
record NamesInSight(List<String> hypotheses, List<String> variables, List<String> lemmas) {

  private static final String NAME = "[\\p{L}_][\\p{L}\\p{N}_']*";
  private static final Pattern GOAL =
      Pattern.compile("\\(\\* (?:\\[\\d+\\] )?([^*]*(?:\\*(?!\\))[^*]*)*?)\\|- (.*) \\*\\)");
  private static final Pattern GROUP = Pattern.compile("((?:" + NAME + " )+): (.*)");
  private static final Pattern PROPOSITION =
      Pattern.compile("=|<|>|->|/\\\\|\\\\/|~|\\bforall\\b|\\bexists\\b|\\bTrue\\b|\\bFalse\\b");
  private static final Pattern BOUND = Pattern.compile("forall ([^,:]+)[,:].*", Pattern.DOTALL);
  private static final Pattern DEFINED = Pattern.compile(
      "\\b(Definition|Fixpoint|Function|Axiom|Hypothesis|Theorem|Lemma|Example|Fact|Remark|Corollary|Proposition)"
          + "\\s+(" + NAME + ")");
  private static final Pattern PROOF_END = Pattern.compile("\\b(Qed|Defined|Admitted)\\.");

  NamesInSight {
    hypotheses = List.copyOf(hypotheses);
    variables = List.copyOf(variables);
    lemmas = List.copyOf(lemmas);
  }

  static NamesInSight of(String prompt) {
    Set<String> hypotheses = new LinkedHashSet<>();
    Set<String> variables = new LinkedHashSet<>();
    String context = "";
    String conclusion = "";
    for (String line : prompt.lines().toList()) {
      Matcher goal = GOAL.matcher(line);
      if (goal.matches()) {
        context = goal.group(1);
        conclusion = goal.group(2);
      }
    }
    for (String part : context.split("; ")) {
      Matcher group = GROUP.matcher(part.strip());
      if (group.matches()) {
        boolean proposition = PROPOSITION.matcher(group.group(2)).find();
        (proposition ? hypotheses : variables)
            .addAll(List.of(group.group(1).strip().split(" ")));
      }
    }
    Matcher bound = BOUND.matcher(conclusion);
    if (bound.matches()) {
      variables.addAll(List.of(bound.group(1).replaceAll("[(){}]", " ").strip().split("\\s+")));
    }
    return new NamesInSight(
        new ArrayList<>(hypotheses), new ArrayList<>(variables), lemmas(prompt));
  }

  private static List<String> lemmas(String prompt) {
    String text = prompt.replaceAll("(?s)\\(\\*.*?\\*\\)", " ");
    Set<String> names = new LinkedHashSet<>();
    Matcher defined = DEFINED.matcher(text);
    while (defined.find()) {
      boolean open = !defined.group(1).matches("Definition|Fixpoint|Function|Axiom|Hypothesis")
          && !PROOF_END.matcher(text.substring(defined.end())).find();
      if (!open) {
        names.add(defined.group(2));
      }
    }
    return new ArrayList<>(names);
  }
}
