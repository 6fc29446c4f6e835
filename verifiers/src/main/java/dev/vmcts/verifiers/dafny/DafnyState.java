package dev.vmcts.verifiers.dafny;

import dev.vmcts.verify.Goal;
import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.VerifierState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A state: the text up to here. Nothing of a process is in it. */
final class DafnyState implements VerifierState {

  private final DafnySession session;
  private final DafnyHole place;
  private final boolean complete;
  private final String fill;
  private final DafnyPrefix prefix;
  private final boolean closable;
  private @Nullable Verdict closing;

  /**
   * @param place the hole that it is in; behind the last one, the end
   * @param fill what stands in the hole
   * @param prefix all text up to here
   * @param closable whether a brace here ends a proof that holds
   */
  DafnyState(
      DafnySession session,
      DafnyHole place,
      boolean complete,
      String fill,
      DafnyPrefix prefix,
      boolean closable) {
    this.session = session;
    this.place = place;
    this.complete = complete;
    this.fill = fill;
    this.prefix = prefix;
    this.closable = closable;
  }

  DafnySession session() {
    return session;
  }

  DafnyHole place() {
    return place;
  }

  String fill() {
    return fill;
  }

  DafnyPrefix prefix() {
    return prefix;
  }

  boolean closable() {
    return closable;
  }

  Optional<Verdict> closing() {
    return Optional.ofNullable(closing);
  }

  void keepClosing(Verdict verdict) {
    closing = verdict;
  }

  @Override
  public int hole() {
    return place.index();
  }

  @Override
  public boolean complete() {
    return complete;
  }

  /** Whether the body of a lemma or method is open, or to come. */
  @Override
  public boolean inProof() {
    return !complete
        && ((place.awaitsBody() && fill.isBlank())
            || prefix.open().stream().anyMatch(f -> f.kind() == DafnyFrame.Kind.BODY));
  }

  @Override
  public List<Goal> goals() {
    return List.of();
  }

  @Override
  public int openGoals() {
    return inProof() ? 1 : 0;
  }

  /** The text, token by token: comments and white space change nothing. */
  @Override
  public Optional<String> fingerprint() {
    String text = DafnyLexer.code(prefix.text()).stream()
        .map(DafnyToken::text)
        .collect(Collectors.joining(" "));
    return Optional.of(hole() + " " + complete + " " + text);
  }
}
