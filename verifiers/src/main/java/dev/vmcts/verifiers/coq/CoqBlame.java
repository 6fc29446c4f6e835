package dev.vmcts.verifiers.coq;

import dev.vmcts.verify.Diagnostic;
import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.VerifierException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Says what it means for a hole that Coq refuses the given text behind it.
 *
 * <p>It is held against the hole only when no more text in the hole could change it; in doubt the hole is incomplete.
 * What may stand in a hole ({@link CoqAudit}) can finish goals and define names, and cannot change what other text
 * means.
 */
final class CoqBlame {

  private static final Duration LOOK_UP = Duration.ofSeconds(10);

  private final List<String> promised;
  private final CoqSession session;

  /**
   * @param promised names that the holes are expected to define although they may mean something already
   */
  CoqBlame(List<String> promised, CoqSession session) {
    this.promised = List.copyOf(promised);
    this.session = session;
  }

  /**
   * The verdict on a hole.
   *
   * @param hole the state at the end of the hole
   * @param at the state in which a sentence was refused
   * @param given the sentences behind the hole, up to the one that was refused
   */
  Verdict verdict(CoqNode hole, CoqNode at, List<String> given, Verdict.Rejected rejected)
      throws VerifierException, InterruptedException {
    String message = rejected.diagnostic().message();
    boolean empty = hole.place().steps() == 0;
    boolean goalsLeft = hole.inProof() && !hole.goals().isEmpty();
    boolean maybe = empty
        || goalsLeft
        || rejected.diagnostic().kind() == Diagnostic.Kind.UNRESOLVED
        || CoqErrors.meansRedundant(message)
        || CoqErrors.meansNoProof(message)
        || (hole.inProof() && CoqErrors.meansUnfinished(message))
        || mayStillBeDefined(hole, at, accused(given, message));
    return maybe ? new Verdict.Incomplete(message) : rejected;
  }

  /** What was refused: the last sentence, or with it all that leads up to the end of a proof that is not done. */
  private static String accused(List<String> given, String message) {
    return CoqErrors.meansUnfinished(message)
        ? String.join(" ", given)
        : given.get(given.size() - 1);
  }

  /**
   * Whether the text uses a name that the hole may yet define: one that is promised, or one that stands where a
   * constructor stands in a pattern and is unknown, which Coq takes for a variable.
   */
  private boolean mayStillBeDefined(CoqNode hole, CoqNode at, String text)
      throws VerifierException, InterruptedException {
    if (hole.inProof()) {
      return false;
    }
    Set<String> used = new HashSet<>();
    CoqLexer.lex(text).forEach(token -> used.add(token.text()));
    Set<String> defined = definedIn(hole);
    for (String name : promised) {
      if (used.contains(name) && !defined.contains(name)) {
        return true;
      }
    }
    for (String name : CoqPatterns.heads(text)) {
      if (session.run(at, "Check " + name + ".", LOOK_UP) instanceof Verdict.Rejected) {
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
}
