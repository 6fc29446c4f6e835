package dev.vmcts.cli;

import dev.vmcts.cli.dialogue.Terminal;
import dev.vmcts.search.SearchEvent;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Shows how a search goes: one line that is written over on a terminal, a plain line now and then elsewhere.
 *
 * <p>Not thread-safe.
 */
final class Progress implements Terminal.Run {

  /** Shows nothing. */
  static final Terminal.Run NONE = new Terminal.Run() {
    @Override
    public void on(SearchEvent event) {}

    @Override
    public void over() {}
  };

  private static final Duration LIVE = Duration.ofMillis(200);
  private static final Duration PLAIN = Duration.ofSeconds(10);

  private final PrintWriter out;
  private final boolean live;
  private final InstantSource clock;
  private final Instant start;
  private Instant shown;
  private int width;
  private long expansions;
  private long tokens;
  private int prefixes;
  private int deepest;
  private String goal = "";

  Progress(PrintWriter out, boolean live, InstantSource clock) {
    this.out = out;
    this.live = live;
    this.clock = clock;
    this.start = clock.instant();
    this.shown = start;
  }

  /**
   * Whether standard error is a terminal that understands being written over. The launcher looks, since Java cannot
   * tell for standard error.
   */
  static boolean onTerminal() {
    String term = System.getenv("TERM");
    return Boolean.getBoolean("vmcts.terminal") && term != null && !term.equals("dumb");
  }

  /** A line that is printed from elsewhere while a search may be shown: it stands where that is shown. */
  static String between(String line) {
    return onTerminal() ? "\r%-79s".formatted(line) : line;
  }

  @Override
  public void on(SearchEvent event) {
    if (event instanceof SearchEvent.Expand expand) {
      expansions = expand.expansion();
    } else if (event instanceof SearchEvent.Propose propose) {
      tokens += propose.tokens();
    } else if (event instanceof SearchEvent.NodeAdded node) {
      prefixes++;
      if (node.depth() >= deepest) {
        deepest = node.depth();
        goal = shown(node);
      }
    }
    Instant now = clock.instant();
    if (event instanceof SearchEvent.End) {
      over();
    } else if (Duration.between(shown, now).compareTo(live ? LIVE : PLAIN) >= 0) {
      shown = now;
      show(line(now));
    }
  }

  /** The step outside of proofs; in a proof the current conclusion, or that none is left. */
  private static String shown(SearchEvent.NodeAdded node) {
    String text = node.goal();
    return text == null ? node.step() : text.substring(Math.max(0, text.lastIndexOf("|- ")));
  }

  private String line(Instant now) {
    return "%5.1f s  %d expansions  %d prefixes  depth %d  %d tokens  %s"
        .formatted(
            Duration.between(start, now).toMillis() / 1000.0,
            expansions,
            prefixes,
            deepest,
            tokens,
            goal.replaceAll("\\s+", " "));
  }

  private void show(String line) {
    if (!live) {
      out.println(line.length() > 160 ? line.substring(0, 160) : line);
      return;
    }
    String cut = line.length() > 79 ? line.substring(0, 79) : line;
    out.print("\r" + cut + " ".repeat(Math.max(0, width - cut.length())));
    out.flush();
    width = cut.length();
  }

  @Override
  public void over() {
    if (live && width > 0) {
      out.print("\r" + " ".repeat(width) + "\r");
      out.flush();
      width = 0;
    }
  }
}
