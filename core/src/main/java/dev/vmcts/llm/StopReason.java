package dev.vmcts.llm;

/** Why generation ended. */
public enum StopReason {
  /** The stop rule cut the text. */
  STOP,
  /** The model ended the text. */
  EOS,
  /** The token limit, or the end of the context, was reached. */
  LENGTH
}
