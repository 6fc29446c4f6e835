package dev.vmcts.llm.llamacpp;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.llamacpp.Decoder.Outcome;
import dev.vmcts.llm.llamacpp.Decoder.Piece;
import java.util.Arrays;
import java.util.List;

/**
 * Guesses the tokens that a smaller model finds likeliest, as long as it is sure enough. What it has computed of a text stays
 * resident, so that the next guess goes on from there. For one thread.
 */
final class ModelDrafter implements Drafter {

  /** A token that is less likely than that ends a guess. */
  private static final double LEAST = 0.3;

  private final LlamaContext model;
  private final int vocabulary;
  private final float[] logits;

  /**
   * A drafter.
   *
   * @param model its tokens mean what those of the other model mean
   * @param vocabulary tokens of the model that it guesses for
   */
  ModelDrafter(LlamaContext model, int vocabulary) {
    this.model = model;
    this.vocabulary = vocabulary;
    this.logits = new float[model.vocabulary().size()];
  }

  @Override
  public boolean isFree() {
    return false;
  }

  @Override
  public Guess guess(int[] tokens, int length, int most) {
    if (most <= 0 || !knows(tokens, length)) {
      return Guess.NONE;
    }
    int[] text = Arrays.copyOf(tokens, length + most);
    int[] grades = new int[most];
    PrefixCache.Row row = model.cache().claim(Arrays.copyOf(tokens, length)).orElseThrow();
    int end = length;
    try {
      while (end < text.length && compute(row, text, end)) {
        int best = best();
        double probability = probability(best);
        if (probability < LEAST || best >= vocabulary) {
          break;
        }
        grades[end - length] = Math.min(Guess.GRADES - 1, (int) (Guess.GRADES * probability));
        text[end++] = best;
      }
    } catch (ModelException e) {
      // No guess is needed, and what is wrong with the text the other model will say.
      return Guess.NONE;
    } finally {
      model.cache().release(row);
    }
    return new Guess(Arrays.copyOfRange(text, length, end), Arrays.copyOf(grades, end - length));
  }

  private boolean knows(int[] tokens, int length) {
    for (int i = 0; i < length; i++) {
      if (tokens[i] >= logits.length) {
        return false;
      }
    }
    return true;
  }

  /** Computes what a row lacks of a text's first tokens, and reads the logits after them; false if there is no room. */
  private boolean compute(PrefixCache.Row row, int[] text, int end) throws ModelException {
    int last = 0;
    while (row.length() < end) {
      int count = Math.min(model.most(), end - row.length());
      int asked = row.length() + count == end ? 1 : 0;
      Outcome outcome = model.decode(List.of(new Piece(row, at -> text[at], count, asked)));
      if (outcome == Outcome.COMPUTED) {
        for (int i = 0; i < count; i++) {
          row.append(text[row.length()]);
        }
        last = count - 1;
      } else if (outcome == Outcome.BROKEN_OFF || !model.cache().evict()) {
        return false;
      }
    }
    model.logits(last, logits);
    return true;
  }

  private int best() {
    int best = 0;
    for (int i = 1; i < logits.length; i++) {
      best = logits[i] > logits[best] ? i : best;
    }
    return best;
  }

  private double probability(int token) {
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp((double) logit - logits[token]);
    }
    return 1 / sum;
  }

  @Override
  public void ended(int[] tokens, int promptLength, int length) {
    // What was computed is kept for the next text anyway.
  }
}
