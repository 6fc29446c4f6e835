package dev.vmcts.llm.llamacpp;

/**
 * Where the guesses come from of how a text goes on, which are computed together with it.
 *
 * @param name empty for no guesses, or {@code lookup} for those that {@link LookupDrafter} finds
 */
public record DraftChoice(String name) {

  /** No guesses. */
  public static final DraftChoice NONE = new DraftChoice("");

  /** Guesses from what was written before. */
  public static final DraftChoice LOOKUP = new DraftChoice("lookup");

  /** What may be said, for messages and help. */
  public static final String ALLOWED = "lookup";

  /** Tokens of earlier texts that are looked up: a few hundred steps, looked through in microseconds. */
  private static final int HISTORY = 8192;

  public DraftChoice {
    if (!name.isEmpty() && !name.equals(ALLOWED)) {
      throw new IllegalArgumentException("draft is '" + name + "'; allowed: " + ALLOWED);
    }
  }

  /** Who guesses in a process that was started so. */
  static Drafter drafter(Message.Start start) {
    return start.draft().isEmpty() ? Drafter.NONE : new LookupDrafter(HISTORY);
  }
}
