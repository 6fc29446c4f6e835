package dev.vmcts.llm;

/**
 * What came of the tokens that were guessed for a text, and computed in one batch with the token before them.
 *
 * @param tokens guessed tokens that were computed
 * @param accepted those of them that were then drawn
 * @param savedSeconds wall time that this saved, estimated from what batches without guesses took; negative where it was
 *     lost
 */
public record Drafts(int tokens, int accepted, double savedSeconds) {

  /** Nothing was guessed. */
  public static final Drafts NONE = new Drafts(0, 0, 0);
}
