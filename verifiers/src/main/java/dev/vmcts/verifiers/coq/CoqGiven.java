package dev.vmcts.verifiers.coq;

import dev.vmcts.problem.Problem;
import dev.vmcts.text.OneLine;
import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.VerifierException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The given text of a problem, cut into sentences, and how it is run around the holes. */
final class CoqGiven {

  private static final Duration BEFORE_HOLES = Duration.ofMinutes(2);
  private static final Duration LEAST = Duration.ofSeconds(20);
  private static final Set<String> PROOF_ENDS =
      Set.of("Qed", "Defined", "Save", "Admitted", "Abort");

  /** Commands that nobody writes into a proof. */
  private static final Set<String> OUTSIDE_PROOFS = Set.of(
      "Theorem",
      "Lemma",
      "Remark",
      "Fact",
      "Corollary",
      "Property",
      "Proposition",
      "Example",
      "Goal",
      "Definition",
      "Fixpoint",
      "CoFixpoint",
      "Function",
      "Program",
      "Let",
      "Inductive",
      "CoInductive",
      "Variant",
      "Record",
      "Structure",
      "Class",
      "Instance",
      "Section",
      "Module",
      "End",
      "Require",
      "Import",
      "Export",
      "From",
      "Local",
      "Global",
      "Polymorphic",
      "Axiom",
      "Parameter",
      "Variable",
      "Variables",
      "Hypothesis",
      "Context",
      "Notation",
      "Infix",
      "Reserved",
      "Arguments",
      "Coercion",
      "Canonical",
      "Hint",
      "Ltac",
      "Tactic",
      "Scheme",
      "Extraction");

  private final Problem problem;
  private final CoqSession session;
  private final CoqBlame blame;
  private final Duration time;
  private final List<List<String>> pieces = new ArrayList<>();

  CoqGiven(Problem problem, CoqSession session, Duration stepTime) throws VerifierException {
    this.problem = problem;
    this.session = session;
    this.time = stepTime.multipliedBy(4).compareTo(LEAST) > 0 ? stepTime.multipliedBy(4) : LEAST;
    this.blame = new CoqBlame(problem.header().defines(), session);
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

  /** Most time of a given sentence behind a hole. */
  Duration time() {
    return time;
  }

  /** Runs what stands before the first hole. */
  CoqNode start(CoqNode first) throws VerifierException, InterruptedException {
    CoqNode node = first;
    for (String sentence : pieces.get(0)) {
      Verdict verdict = session.run(node, sentence, BEFORE_HOLES);
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
    List<String> piece = pieces.get(hole.hole() + 1);
    for (int i = 0; i < piece.size(); i++) {
      Verdict verdict = session.run(node, piece.get(i), time);
      if (verdict instanceof Verdict.Rejected rejected) {
        return blame.verdict(hole, node, piece.subList(0, i + 1), rejected);
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
        CoqToken first = CoqSentence.split(sentence).sentences().get(0).first();
        if (PROOF_ENDS.contains(first.text())) {
          return true;
        }
        if (OUTSIDE_PROOFS.contains(first.text()) || first.isSymbol('#')) {
          return false;
        }
      }
    }
    return false;
  }

  private static String abbreviate(String sentence) {
    String line = OneLine.of(sentence);
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
