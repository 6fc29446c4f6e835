package dev.vmcts.verifiers.coq;

import dev.vmcts.problem.Problem;
import dev.vmcts.verify.Diagnostic;
import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.VerifierException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The given text of a problem, cut into sentences, and what it says about a hole when it is run after it.
 *
 * <p>A failure of given text is held against the hole only when no more text in the hole could change it; in doubt the
 * hole is incomplete.
 */
final class CoqGiven {

  private static final Duration TIME = Duration.ofMinutes(2);
  private static final Set<String> PROOF_ENDS =
      Set.of("Qed", "Defined", "Save", "Admitted", "Abort");
  private static final Set<String> OPENERS = Set.of(
      "Theorem",
      "Lemma",
      "Remark",
      "Fact",
      "Corollary",
      "Property",
      "Proposition",
      "Example",
      "Definition",
      "Fixpoint",
      "CoFixpoint",
      "Inductive",
      "CoInductive",
      "Variant",
      "Record",
      "Structure",
      "Class",
      "Instance",
      "Function",
      "Program",
      "Let",
      "Goal",
      "Section",
      "Module",
      "End",
      "Require",
      "Import",
      "From",
      "Export");

  private final Problem problem;
  private final CoqSession session;
  private final List<List<String>> pieces = new ArrayList<>();

  CoqGiven(Problem problem, CoqSession session) throws VerifierException {
    this.problem = problem;
    this.session = session;
    for (int i = 0; i < problem.given().size(); i++) {
      String text = problem.given().get(i);
      CoqSentence.Split split = CoqSentence.split(text);
      if (!split.rest().isEmpty()) {
        int line =
            1 + (int) text.substring(0, split.rest().get(0).start()).lines().count();
        throw new VerifierException(problem.name() + ": given text " + (i + 1) + ", line " + line
            + " of it: '" + split.rest().get(0).text()
            + "' starts a sentence that does not end before the "
            + (i < problem.holes().size()
                ? "hole; a Coq hole holds whole sentences"
                : "end of the file"));
      }
      pieces.add(split.sentences().stream()
          .map(s -> text.substring(s.start(), s.end()))
          .toList());
    }
  }

  /** Runs what stands before the first hole. */
  CoqNode start(CoqNode first) throws VerifierException, InterruptedException {
    CoqNode node = first;
    for (String sentence : pieces.get(0)) {
      Verdict verdict = session.run(node, sentence, TIME);
      if (!(verdict instanceof Verdict.Verified verified)) {
        throw new VerifierException(
            problem.name() + ": Coq does not accept the text before the first hole at '"
                + abbreviate(sentence) + "': " + describe(verdict));
      }
      node = (CoqNode) verified.state();
    }
    return node.enter(0, problem.holes().size());
  }

  /** Runs what stands between the hole that the node is in and the next one, or the end. */
  Verdict close(CoqNode hole) throws VerifierException, InterruptedException {
    Optional<String> unfinished = unfinished(hole);
    if (unfinished.isPresent()) {
      return new Verdict.Incomplete(unfinished.get());
    }
    CoqNode node = hole;
    for (String sentence : pieces.get(hole.hole() + 1)) {
      Verdict verdict = session.run(node, sentence, TIME);
      if (verdict instanceof Verdict.Rejected rejected) {
        return refused(hole, node, sentence, rejected);
      } else if (verdict instanceof Verdict.Verified verified) {
        node = (CoqNode) verified.state();
      } else {
        return verdict;
      }
    }
    CoqNode next = node.enter(hole.hole() + 1, problem.holes().size());
    if (next.complete() && next.inProof()) {
      return new Verdict.Incomplete("a proof is open at the end of the file");
    }
    return new Verdict.Verified(next);
  }

  /** Why the given text need not be tried. */
  private Optional<String> unfinished(CoqNode node) {
    CoqNode start = node;
    for (int i = node.place().steps(); i > 0; i--) {
      start = Objects.requireNonNull(start.parent());
    }
    if (node.trail().nesting() > start.trail().nesting()) {
      return Optional.of("a section or module is open");
    }
    if (node.inProof() && !goesOnWithProof(node.hole() + 1)) {
      return Optional.of(node.openGoals() == 0 ? "the proof has to be ended" : "a proof is open");
    }
    return Optional.empty();
  }

  /** Whether the given text from a piece on continues a proof that is open before it. */
  private boolean goesOnWithProof(int piece) {
    for (int i = piece; i < pieces.size(); i++) {
      for (String sentence : pieces.get(i)) {
        String word = CoqSentence.split(sentence).sentences().get(0).first().text();
        if (PROOF_ENDS.contains(word)) {
          return true;
        }
        if (OPENERS.contains(word)) {
          return false;
        }
      }
    }
    return false;
  }

  private Verdict refused(CoqNode hole, CoqNode at, String sentence, Verdict.Rejected rejected)
      throws VerifierException, InterruptedException {
    String message = rejected.diagnostic().message();
    boolean holeBeganEmpty = hole.place().steps() == 0;
    if (holeBeganEmpty || rejected.diagnostic().kind() == Diagnostic.Kind.UNRESOLVED) {
      return new Verdict.Incomplete(message);
    }
    if (CoqErrors.meansRedundant(message)
        || CoqErrors.meansNoProof(message)
        || CoqErrors.meansUnfinished(message)) {
      return new Verdict.Incomplete(message);
    }
    if (hole.inProof() && !hole.goals().isEmpty() && at.inProof()) {
      return new Verdict.Incomplete(message);
    }
    return mayStillBeDefined(hole, at, sentence) ? new Verdict.Incomplete(message) : rejected;
  }

  /**
   * Whether the sentence uses a name that the hole may yet define: one that the header promises, or one that stands
   * where a constructor stands in a pattern and is unknown, which Coq takes for a variable.
   */
  private boolean mayStillBeDefined(CoqNode hole, CoqNode at, String sentence)
      throws VerifierException, InterruptedException {
    if (hole.inProof()) {
      return false;
    }
    Set<String> used = new HashSet<>();
    CoqLexer.lex(sentence).forEach(token -> used.add(token.text()));
    Set<String> defined = definedIn(hole);
    for (String name : problem.header().defines()) {
      if (used.contains(name) && !defined.contains(name)) {
        return true;
      }
    }
    for (String name : CoqPatterns.heads(sentence)) {
      if (session.run(at, "Check " + name + ".", TIME) instanceof Verdict.Rejected) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> definedIn(CoqNode hole) {
    Set<String> names = new HashSet<>();
    CoqNode node = hole;
    for (int i = hole.place().steps(); i > 0; i--) {
      CoqSentence.split(node.sentence())
          .sentences()
          .forEach(s -> names.addAll(CoqNames.definedBy(s)));
      node = Objects.requireNonNull(node.parent());
    }
    return names;
  }

  private static String abbreviate(String sentence) {
    String line = sentence.strip().replaceAll("\\s+", " ");
    return line.length() <= 80 ? line : line.substring(0, 77) + "...";
  }

  private static String describe(Verdict verdict) {
    return verdict.match(
        v -> "",
        r -> r.diagnostic().message(),
        Verdict.Incomplete::reason,
        Verdict.Undecided::message);
  }
}
