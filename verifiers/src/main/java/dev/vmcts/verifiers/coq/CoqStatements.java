package dev.vmcts.verifiers.coq;

import dev.vmcts.verifiers.coq.CoqProgram.Line;
import dev.vmcts.verifiers.coq.CoqToken.Kind;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes the file that states every theorem of the problem once more, in the problem's own words, and proves it by the
 * theorem of the compiled program.
 *
 * <p>The file holds imports, notations, scopes and statements of the given text, no definition, no proof and nothing
 * from a hole. Names of the program are abbreviations of its qualified names, and of a hole's names only those are there
 * that given text mentions. So what a hole brings into scope cannot change what a statement says here.
 *
 * <p>Where given text has sections, modules, type classes, coercions or notations inside definitions, no such file is
 * written, and acceptance rests on the allow-list of {@link CoqAudit} and on {@link CoqNameRule}.
 */
final class CoqStatements {

  private static final Set<String> COPIED = Set.of(
      "Require",
      "From",
      "Import",
      "Export",
      "Open",
      "Close",
      "Set",
      "Unset",
      "Notation",
      "Infix",
      "Reserved",
      "Implicit",
      "Generalizable",
      "Delimit",
      "Bind");

  private static final Set<String> LEFT_OUT = Set.of(
      "Check",
      "Print",
      "Compute",
      "Eval",
      "Search",
      "About",
      "Locate",
      "Hint",
      "Create",
      "Remove",
      "Ltac",
      "Tactic",
      "Arguments",
      "Opaque",
      "Transparent",
      "Scheme",
      "Goal");

  private final CoqProgram program;
  private final String module;
  private final StringBuilder text = new StringBuilder();
  private boolean inProof;
  private int statements;

  private CoqStatements(CoqProgram program, String module) {
    this.program = program;
    this.module = module;
  }

  /**
   * The text of the file.
   *
   * @param module the module that the program was compiled to
   * @return empty if the given text has something that the construction does not cover, or states nothing
   */
  static Optional<String> of(CoqProgram program, String module) {
    return new CoqStatements(program, module).write();
  }

  private Optional<String> write() {
    text.append("Require ").append(module).append(".\n");
    List<Line> lines = program.lines();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (inProof) {
        inProof = !closes(line);
        continue;
      }
      inProof = opens(line.sentence());
      if (line.given() && !given(line, i)) {
        return Optional.empty();
      } else if (!line.given()) {
        abbreviate(CoqNames.definedBy(line.sentence()), i);
      }
    }
    return statements == 0 ? Optional.empty() : Optional.of(text.toString());
  }

  /** Whether the construction covers a given sentence outside proofs. */
  private boolean given(Line line, int index) {
    CoqSentence sentence = line.sentence();
    String command = line.command();
    if (CoqWords.PREFIXES.contains(command) && sentence.tokens().size() > 1) {
      command = sentence.tokens().get(1).text();
      if (!COPIED.contains(command)) {
        return false;
      }
    }
    boolean declaresScope =
        command.equals("Declare") && sentence.tokens().get(1).isIdent("Scope");
    if (COPIED.contains(command) || declaresScope) {
      text.append(line.text()).append('\n');
    } else if (CoqWords.THEOREMS.contains(command) && inProof) {
      state(line);
      abbreviate(CoqNames.definedBy(sentence), index);
    } else if (CoqWords.THEOREMS.contains(command)
        || CoqWords.DEFINITIONS.contains(command)
        || CoqWords.TYPES.contains(command)) {
      abbreviate(CoqNames.definedBy(sentence), index);
      return plain(sentence);
    } else if (CoqWords.ASSUMPTIONS.contains(command)) {
      Set<String> names = new LinkedHashSet<>();
      sentence.tokens().stream()
          .filter(t -> t.kind() == Kind.IDENT)
          .skip(1)
          .limit(1)
          .forEach(t -> names.add(t.text()));
      abbreviate(names, index);
      return sentence.tokens().get(2).isSymbol(':');
    } else {
      return LEFT_OUT.contains(command);
    }
    return plain(sentence);
  }

  private static boolean plain(CoqSentence sentence) {
    for (int i = 0; i < sentence.tokens().size(); i++) {
      if (sentence.tokens().get(i).isIdent("where")
          || sentence.has(i, ":>")
          || sentence.has(i, "#[")) {
        return false;
      }
    }
    return true;
  }

  private void state(Line line) {
    String name = line.sentence().tokens().get(1).text();
    statements++;
    text.append("Module VmctsStatement").append(statements).append(".\n").append(line.text());
    text.append("\nProof. repeat match goal with H : _ |- _ => revert H end; exact (@");
    text.append(module)
        .append('.')
        .append(name)
        .append("). Qed.\nEnd VmctsStatement")
        .append(statements)
        .append(".\n");
  }

  private void abbreviate(Set<String> names, int index) {
    Set<String> mentioned = new HashSet<>();
    for (Line line : program.lines().subList(index + 1, program.lines().size())) {
      if (line.given()) {
        line.sentence().tokens().stream()
            .filter(t -> t.kind() == Kind.IDENT)
            .forEach(t -> mentioned.add(t.text()));
      }
    }
    for (String name : names) {
      if (mentioned.contains(name)) {
        text.append("Notation ")
            .append(name)
            .append(" := ")
            .append(module)
            .append('.')
            .append(name)
            .append(".\n");
      }
    }
  }

  private static boolean opens(CoqSentence sentence) {
    String command = sentence.first().text();
    boolean may = CoqWords.THEOREMS.contains(command) || CoqWords.DEFINITIONS.contains(command);
    return command.equals("Goal") || (may && !CoqNames.hasBody(sentence));
  }

  private static boolean closes(Line line) {
    CoqToken last = line.sentence().tokens().get(line.sentence().tokens().size() - 1);
    boolean whole = last.kind() == Kind.END;
    String command = line.command();
    boolean proofTerm = command.equals("Proof") && CoqOutline.isProofTerm(line.sentence());
    return proofTerm || (whole && CoqWords.CLOSING.contains(command));
  }
}
