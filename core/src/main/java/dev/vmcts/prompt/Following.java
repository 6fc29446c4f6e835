package dev.vmcts.prompt;

import dev.vmcts.problem.Problem;
import dev.vmcts.problem.SourceScanner;
import dev.vmcts.verify.StepReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a model is told of the given text behind a hole: statements without their proofs. */
final class Following {

  private static final int CHARS = 1200;
  private static final Pattern PROOF_START = Pattern.compile("Proof\\b.*", Pattern.DOTALL);
  private static final Pattern PROOF_END =
      Pattern.compile("(Qed|Defined|Admitted|Abort|Save)\\b.*", Pattern.DOTALL);

  /** How a Coq sentence begins that states or defines something. */
  static final Pattern COQ_STATEMENT = Pattern.compile(
      "(Theorem|Lemma|Example|Fact|Remark|Corollary|Proposition|Property|Definition|Fixpoint|Goal|Check)\\b");

  /** A Lean command that states or defines something; of a statement, what stands before its proof. */
  private static final Pattern LEAN_STATEMENT = Pattern.compile(
      "(?:theorem|lemma|example)\\b(?:(?!:=).)*|(?:@\\[[^\\]]*\\]\\s*)?(?:def|abbrev|inductive|structure)\\b.*",
      Pattern.DOTALL);

  private Following() {}

  /** The statements up to the next hole, one after the other, each ending with a line break; possibly none. */
  static String of(Problem problem, int hole, StepReader steps) {
    SourceScanner scanner = SourceScanner.of(problem.language());
    String after = scanner.withoutComments(problem.given().get(hole + 1));
    List<String> statements = switch (problem.language()) {
      case COQ -> coq(steps.split(after));
      case DAFNY ->
        DafnyFollowing.of(
            scanner.withoutComments(String.join("\n", problem.given().subList(0, hole + 1))),
            after);
      case LEAN -> lean(after);
    };
    StringBuilder shown = new StringBuilder();
    for (String s : statements) {
      if (shown.length() + s.length() < CHARS) {
        shown.append(s).append('\n');
      }
    }
    return shown.toString();
  }

  /** The commands of a Lean text, each up to where its proof begins. */
  private static List<String> lean(String text) {
    List<String> statements = new ArrayList<>();
    for (String command : text.split("\\n(?=[^\\s|])", -1)) {
      Matcher stated = LEAN_STATEMENT.matcher(command.strip());
      if (stated.lookingAt()) {
        statements.add(stated.group().stripTrailing());
      }
    }
    return statements;
  }

  private static List<String> coq(List<String> sentences) {
    List<String> statements = new ArrayList<>();
    boolean inProof = false;
    for (String sentence : sentences) {
      if (PROOF_END.matcher(sentence).matches()) {
        inProof = false;
      } else if (PROOF_START.matcher(sentence).matches()) {
        inProof = true;
      } else if (!inProof && COQ_STATEMENT.matcher(sentence).lookingAt()) {
        statements.add(sentence);
      }
    }
    return statements;
  }
}
