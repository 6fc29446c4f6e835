package dev.vmcts.cli.sweep;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several parts of a sweep's runs, dealt out in turn.
 *
 * @param number from 1
 * @param of how many parts there are
 */
public record Shard(int number, int of) {

  /** All of a sweep. */
  public static final Shard WHOLE = new Shard(1, 1);

  private static final Pattern FORM = Pattern.compile("([0-9]{1,6})/([0-9]{1,6})");

  /**
   * Reads {@code I/N}.
   *
   * @throws SweepException if it has another form, or no such part is
   */
  public static Shard of(String text) throws SweepException {
    Matcher form = FORM.matcher(text);
    if (form.matches()) {
      Shard shard = new Shard(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
      if (shard.number >= 1 && shard.number <= shard.of) {
        return shard;
      }
    }
    throw new SweepException(
        "--shard is '" + text + "'; allowed: I/N with 1 <= I <= N, such as 2/8");
  }

  /** Whether the run with a place in the whole sweep, from 0, is one of this part. */
  public boolean holds(int place) {
    return place % of == number - 1;
  }
}
