package dev.vmcts.search;

import dev.vmcts.llm.ModelException;
import dev.vmcts.verify.VerifierException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several workers at one search, each a thread with a loop of its own over the state that the search's {@link Monitor}
 * guards.
 *
 * <p>The first loop that comes to its end, by a solution or by a failure, ends the search for all; the others are
 * interrupted. A worker that finds the budget or the model used up stops alone, since what the others have begun is
 * within the budget.
 */
final class Crew {

  /** What a worker does, with the monitor. */
  @FunctionalInterface
  interface Loop {
    void run()
        throws ModelException, VerifierException, InterruptedException, BudgetSpentException,
            ModelUsedUpException;
  }

  private final Monitor monitor;
  private int atWork;
  private @Nullable Throwable failure;

  Crew(Monitor monitor) {
    this.monitor = monitor;
  }

  /**
   * Runs all loops, and waits until no thread is left. The caller holds the monitor, which it gives up meanwhile.
   *
   * @throws BudgetSpentException if every worker stopped, and this was why the first did
   * @throws ModelUsedUpException likewise
   * @throws InterruptedException if the calling thread, or what a loop waited for, was interrupted
   */
  void run(List<Loop> loops)
      throws ModelException, VerifierException, InterruptedException, BudgetSpentException,
          ModelUsedUpException {
    List<Thread> threads = new ArrayList<>();
    for (Loop loop : loops) {
      Thread thread = new Thread(() -> work(loop), "vmcts-worker-" + (threads.size() + 1));
      thread.setDaemon(true);
      threads.add(thread);
    }
    atWork = threads.size();
    threads.forEach(Thread::start);
    try {
      monitor.await(() -> atWork == 0);
    } catch (InterruptedException e) {
      conclude(e);
    }
    stop(threads);
    rethrow(failure);
  }

  private void work(Loop loop) {
    monitor.enter();
    try {
      monitor.check();
      loop.run();
      conclude(null);
    } catch (BudgetSpentException | ModelUsedUpException e) {
      failure = failure == null ? e : failure;
    } catch (Throwable e) {
      conclude(e);
    } finally {
      atWork--;
      monitor.changed();
      monitor.leave();
    }
  }

  /** Ends the search, unless it has ended; why a worker ends afterwards is a consequence. */
  private void conclude(@Nullable Throwable why) {
    if (!monitor.over()) {
      failure = why;
      monitor.end();
    }
  }

  /** Ends those who are still at work; without the monitor they write no events. */
  private void stop(List<Thread> threads) {
    monitor.end();
    monitor.leave();
    boolean interrupted = false;
    for (Thread thread : threads) {
      thread.interrupt();
    }
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    monitor.enter();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void rethrow(@Nullable Throwable why)
      throws ModelException, VerifierException, InterruptedException, BudgetSpentException,
          ModelUsedUpException {
    if (why instanceof ModelException e) {
      throw e;
    } else if (why instanceof VerifierException e) {
      throw e;
    } else if (why instanceof InterruptedException e) {
      throw e;
    } else if (why instanceof BudgetSpentException e) {
      throw e;
    } else if (why instanceof ModelUsedUpException e) {
      throw e;
    } else if (why instanceof RuntimeException e) {
      throw e;
    } else if (why instanceof Error e) {
      throw e;
    }
  }
}
