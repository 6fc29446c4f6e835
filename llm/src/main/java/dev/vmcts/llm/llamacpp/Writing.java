package dev.vmcts.llm.llamacpp;

import dev.vmcts.llm.Drafts;
import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.Proposal;

/** A text that a request asks for, as it grows: a prompt, then one token after the other. For one thread. */
interface Writing {

  /** The number of the request. */
  int request();

  /** Texts of one scope are written one after the other, unless the scope is empty. */
  String scope();

  /** The tokens so far, those of the prompt first; the array may be longer. */
  int[] tokens();

  /** How many tokens there are so far. */
  int length();

  /** How many of them the prompt has. */
  int promptLength();

  /** How many more tokens may be drawn. */
  int left();

  /**
   * Told once, when the text's turn has come.
   *
   * @param reused tokens of the prompt that need not be computed
   */
  void begin(int reused);

  /**
   * Draws the next token, or takes some of those back that were drawn before.
   *
   * @param logits those after the last token
   * @return whether the text goes on
   * @throws ModelException if the logits are no numbers
   */
  boolean draw(float[] logits) throws ModelException;

  /**
   * What was written, once it has ended.
   *
   * @param recomputed tokens of the prompt that were computed although they had been before
   * @param drafts what drafts did for the text
   */
  Proposal proposal(int recomputed, Drafts drafts);
}
