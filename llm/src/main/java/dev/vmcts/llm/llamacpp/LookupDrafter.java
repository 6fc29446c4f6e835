package dev.vmcts.llm.llamacpp;

import java.util.Arrays;

/**
 * Guesses that a text goes on as it, or a text that was written before, went on after the same last tokens: prompt lookup
 * decoding (Saxena, 2023). The longest match counts; of equally long ones the latest. For one thread.
 */
final class LookupDrafter implements Drafter {

  /** Most tokens of a match; longer ones are no surer. */
  private static final int LONGEST = Guess.GRADES;

  /** Stands between two texts. */
  private static final int SEPARATOR = -1;

  /** What was written, each text behind the last tokens of its prompt; the older half is dropped when it is full. */
  private final int[] written;

  private int used;
  private int matched;
  private int matchEnd;

  /**
   * A drafter that knows no text yet.
   *
   * @param capacity how many tokens of earlier texts are kept, at least {@code 4 * Guess.GRADES}
   */
  LookupDrafter(int capacity) {
    this.written = new int[capacity];
  }

  @Override
  public Guess guess(int[] tokens, int length, int most) {
    matched = 0;
    search(written, used, tokens, length);
    int before = matched;
    search(tokens, length, tokens, length);
    if (matched == 0 || most <= 0) {
      return Guess.NONE;
    }
    boolean own = matched > before;
    int[] source = own ? tokens : written;
    int end = Math.min(own ? length : used, matchEnd + most);
    int stop = matchEnd;
    while (stop < end && source[stop] != SEPARATOR) {
      stop++;
    }
    int[] grades = new int[stop - matchEnd];
    Arrays.setAll(grades, i -> Math.min(matched + i, LONGEST) - 1);
    return new Guess(Arrays.copyOfRange(source, matchEnd, stop), grades);
  }

  /** Looks for a longer match with the end of a text; something has to follow it. */
  private void search(int[] in, int inLength, int[] tokens, int length) {
    int last = tokens[length - 1];
    for (int end = inLength - 1; end > 0 && matched < LONGEST; end--) {
      if (in[end - 1] == last && in[end] != SEPARATOR) {
        int most = Math.min(LONGEST, Math.min(end, length));
        int same = 1;
        while (same < most && in[end - 1 - same] == tokens[length - 1 - same]) {
          same++;
        }
        if (same > matched) {
          matched = same;
          matchEnd = end;
        }
      }
    }
  }

  @Override
  public void ended(int[] tokens, int promptLength, int length) {
    int from = Math.max(Math.max(0, promptLength - LONGEST), length + 1 - written.length / 2);
    int count = length - from;
    if (length == promptLength) {
      return;
    }
    if (used + count + 1 > written.length) {
      int kept = Math.min(used, written.length / 2);
      System.arraycopy(written, used - kept, written, 0, kept);
      used = kept;
    }
    System.arraycopy(tokens, from, written, used, count);
    used += count;
    written[used++] = SEPARATOR;
  }
}
