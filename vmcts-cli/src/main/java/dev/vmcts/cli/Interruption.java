package dev.vmcts.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What happens when the process is asked to end while a command runs, as by Ctrl-C: the command's thread is interrupted
 * and gets a moment to write down what it has.
 */
final class Interruption {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Thread command;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean asked;

  private Interruption(Thread command) {
    this.command = command;
  }

  /** Watches over the calling thread until {@link #commandEnded()}. */
  static Interruption ofThisThread() {
    Interruption interruption = new Interruption(Thread.currentThread());
    Runtime.getRuntime().addShutdownHook(new Thread(interruption::askToEnd, "vmcts-interruption"));
    return interruption;
  }

  /** Whether the process was asked to end; whatever goes wrong after that is a consequence. */
  boolean asked() {
    return asked;
  }

  /** The command is done; from here on the end of the process is its own wish. */
  void commandEnded() {
    ended.countDown();
  }

  private void askToEnd() {
    if (ended.getCount() == 0) {
      return;
    }
    asked = true;
    command.interrupt();
    try {
      ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
