package dev.vmcts.cli;

import dev.vmcts.llm.download.DownloadProgress;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** Shows how far a download is: on a terminal one line that changes, else a line now and then. */
final class PullProgress implements DownloadProgress {

  private final PrintWriter err;
  private final boolean terminal;
  private final InstantSource clock;
  private final Duration pause;
  private Instant last = Instant.MIN;

  PullProgress(PrintWriter err, boolean terminal, InstantSource clock) {
    this.err = err;
    this.terminal = terminal;
    this.clock = clock;
    this.pause = terminal ? Duration.ofMillis(200) : Duration.ofSeconds(10);
  }

  @Override
  public void at(long bytes, long of) {
    Instant now = clock.instant();
    boolean whole = bytes == of;
    if (!whole && now.isBefore(last.equals(Instant.MIN) ? last : last.plus(pause))) {
      return;
    }
    last = now;
    String line = String.format(
        Locale.ROOT,
        "vmcts: %s of %s, %d %%",
        ModelFacts.size(bytes),
        ModelFacts.size(of),
        of == 0 ? 100 : (int) (100.0 * bytes / of));
    err.print(terminal ? "\r" + line + (whole ? "\n" : "") : line + "\n");
    err.flush();
  }
}
