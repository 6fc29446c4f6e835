package dev.vmcts.cli;

import dev.vmcts.cli.sweep.SweepRun;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says how far a sweep is: a line for each run that ends, with the time that is left. Safe for use by several threads. */
final class SweepProgress {

  private final PrintWriter err;
  private final int all;
  private final InstantSource clock;
  private final Instant start;
  private int done;
  private int failed;
  private @Nullable Exception failure;

  /**
   * @param all runs that are to be done
   */
  SweepProgress(PrintWriter err, int all, InstantSource clock) {
    this.err = err;
    this.all = all;
    this.clock = clock;
    this.start = clock.instant();
  }

  synchronized void ended(SweepRun run) {
    tell(String.format(
        Locale.ROOT,
        "%s: %s, %d tokens, %.1f s",
        run.key(),
        run.outcome(),
        run.tokens(),
        run.seconds()));
  }

  /** A run came to no end of its own. */
  synchronized void failed(SweepRun.Key key, Exception e) {
    failed++;
    failure = failure == null ? e : failure;
    tell(key + ": failed: " + Errors.message(e));
  }

  synchronized int failed() {
    return failed;
  }

  /** What the first run that failed failed from; null when none did. */
  synchronized @Nullable Exception failure() {
    return failure;
  }

  private void tell(String text) {
    done++;
    String left =
        done == all ? "" : "; " + left(Duration.between(start, clock.instant())) + " left";
    err.println("vmcts: " + done + "/" + all + ": " + text + left);
    err.flush();
  }

  /** The time that the other runs take, should they be like those so far. */
  private String left(Duration spent) {
    long seconds = Math.round(spent.toMillis() / 1000.0 * (all - done) / done);
    long minutes = Math.round(seconds / 60.0);
    if (minutes < 2) {
      return "about " + seconds + " s";
    }
    return minutes < 120
        ? "about " + minutes + " min"
        : "about " + minutes / 60 + " h " + minutes % 60 + " min";
  }
}
