package dev.vmcts.cli;

import dev.vmcts.cli.sweep.SweepException;
import dev.vmcts.cli.sweep.SweepRun;
import dev.vmcts.llm.ModelException;
import dev.vmcts.problem.Problem;
import dev.vmcts.verify.VerifierException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Does the runs of a sweep, several at a time, in the order of the plan. */
final class SweepRunner {

  /** Within this time of an interruption the workers have ended their processes. */
  private static final Duration PATIENCE = Duration.ofMillis(2500);

  /** A run to come. */
  record Planned(SweepRun.Key key, Problem problem, SweepArm arm) {}

  private final SweepState state;
  private final VerifierOptions verifierOptions;
  private final SweepProgress progress;

  SweepRunner(SweepState state, VerifierOptions verifierOptions, SweepProgress progress) {
    this.state = state;
    this.verifierOptions = verifierOptions;
    this.progress = progress;
  }

  /**
   * Runs everything. A run that fails is told of and left out; what no run can do without ends all.
   *
   * @return whether it came to its end; false if it was interrupted
   */
  boolean run(List<Planned> planned, int jobs)
      throws CliException, SweepException, VerifierException, ModelException, IOException,
          InterruptedException {
    Queue<Planned> queue = new ConcurrentLinkedQueue<>(planned);
    int workers = Math.min(jobs, planned.size());
    ExecutorService pool =
        Executors.newFixedThreadPool(Math.max(1, workers), task -> new Thread(task, "vmcts-sweep"));
    ExecutorCompletionService<Boolean> ends = new ExecutorCompletionService<>(pool);
    List<Boolean> whole = new ArrayList<>();
    try {
      for (int i = 0; i < workers; i++) {
        ends.submit(new SweepWorker(queue, state, verifierOptions, progress));
      }
      for (int i = 0; i < workers; i++) {
        whole.add(ends.take().get());
      }
    } catch (InterruptedException e) {
      whole.add(false);
    } catch (ExecutionException e) {
      throw cause(e);
    } finally {
      pool.shutdownNow();
      pool.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
    return !whole.contains(false);
  }

  /** Throws what ended a worker. */
  private static IllegalStateException cause(ExecutionException e)
      throws CliException, SweepException, VerifierException, ModelException, IOException,
          InterruptedException {
    Throwable cause = e.getCause();
    if (cause instanceof CliException known) {
      throw known;
    } else if (cause instanceof SweepException known) {
      throw known;
    } else if (cause instanceof VerifierException known) {
      throw known;
    } else if (cause instanceof ModelException known) {
      throw known;
    } else if (cause instanceof IOException known) {
      throw known;
    } else if (cause instanceof InterruptedException known) {
      throw known;
    }
    return new IllegalStateException(cause);
  }
}
