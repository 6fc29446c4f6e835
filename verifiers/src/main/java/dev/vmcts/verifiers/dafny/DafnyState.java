package dev.vmcts.verifiers.dafny;

import dev.vmcts.verifiers.frame.HoleState;
import dev.vmcts.verify.Goal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A state: the text up to here. Nothing of a process is in it. */
final class DafnyState extends HoleState {

  private final DafnyHole place;
  private final String fill;
  private final DafnyPrefix prefix;
  private final boolean closable;

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
    super(session, place.index(), complete);
    this.place = place;
    this.fill = fill;
    this.prefix = prefix;
    this.closable = closable;
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

  /** Whether the body of a lemma or method is open, or to come. */
  @Override
  public boolean inProof() {
    return !complete()
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
    return Optional.of(hole() + " " + complete() + " " + text);
  }
}
