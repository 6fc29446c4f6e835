package dev.vmcts.verifiers.lean;

import dev.vmcts.verifiers.process.Scratch;
import dev.vmcts.verify.VerifierException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a server of Lean: starts it when it is needed, replaces one that died or has served long. For one thread at a
 * time.
 */
final class LeanEngine implements AutoCloseable {

  /** Lean keeps parts of what it read; a new process has none of it. */
  private static final int MOST_REQUESTS = 1000;

  /** To start, and to load the libraries that a text imports. */
  private static final Duration START = Duration.ofMinutes(2);

  /** A text that was left may be read on in the background. */
  private static final int MOST_LEFT = 3;

  private final LeanTool tool;
  private final Scratch scratch = Scratch.create();
  private @Nullable LeanServer server;
  private int left;

  LeanEngine(LeanTool tool) {
    this.tool = tool;
  }

  /**
   * Has a text read; one that kills a server that had served before is tried again in a new one.
   *
   * @param goalsAt index where the goals are asked for; -1 when they are not
   */
  LeanReport read(String text, int goalsAt) throws VerifierException, InterruptedException {
    boolean used = server != null && server.alive();
    LeanReport report = ask(text, goalsAt);
    return used && report instanceof LeanReport.Dead ? ask(text, goalsAt) : report;
  }

  private LeanReport ask(String text, int goalsAt) throws VerifierException, InterruptedException {
    LeanServer asked = server;
    if (asked == null || !asked.alive() || asked.requests() >= MOST_REQUESTS) {
      stop();
      asked = LeanServer.start(tool, scratch.folder(), START);
      server = asked;
    }
    boolean first = asked.requests() == 0;
    Duration most = tool.options().stepTime();
    LeanReport report = asked.read(text, goalsAt, first ? START.plus(most) : most);
    left += report instanceof LeanReport.TimedOut ? 1 : 0;
    if (report instanceof LeanReport.Dead || !asked.alive() || left >= MOST_LEFT) {
      stop();
    }
    return report;
  }

  /** The operating system's number of the server, if one runs. */
  Optional<Long> pid() {
    return Optional.ofNullable(server).filter(LeanServer::alive).map(LeanServer::pid);
  }

  private void stop() {
    left = 0;
    if (server != null) {
      server.close();
      server = null;
    }
  }

  @Override
  public void close() {
    stop();
    scratch.close();
  }
}
