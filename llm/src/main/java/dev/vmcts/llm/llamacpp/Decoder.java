package dev.vmcts.llm.llamacpp;

import dev.vmcts.llm.ModelException;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Computes tokens at the ends of several rows at once. For one thread. */
interface Decoder {

  /** What became of a batch, which is computed whole or not at all. */
  enum Outcome {
    COMPUTED,
    /** The cache has no room for it. */
    NO_ROOM,
    /** All requests that it was for were cancelled meanwhile. */
    BROKEN_OFF
  }

  /**
   * A part of a batch.
   *
   * @param row where the tokens are put, behind those that it has; it does not yet know of them
   * @param tokens a text's token by its index
   * @param count how many to compute
   * @param asked after how many of the last of them logits are wanted
   */
  record Piece(PrefixCache.Row row, IntUnaryOperator tokens, int count, int asked) {}

  /** Most tokens of a batch. */
  int most();

  /**
   * Computes a batch.
   *
   * @param pieces one for each of several rows
   * @throws ModelException if llama.cpp cannot
   */
  Outcome decode(List<Piece> pieces) throws ModelException;

  /**
   * The logits after a token of the batch that was computed last.
   *
   * @param index place in the batch of a token after which a piece asks for them
   */
  void logits(int index, float[] into) throws ModelException;
}
