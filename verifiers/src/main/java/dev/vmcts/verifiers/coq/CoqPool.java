package dev.vmcts.verifiers.coq;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The Coq processes of a session. A request goes to the process that is nearest to its state, in time.
 *
 * <p>A further process is started once the time lost in going from branch to branch would have paid for it.
 */
final class CoqPool implements AutoCloseable {

  private final CoqWorker.Starter starter;
  private final int most;
  /** The most recently used one is last. */
  private final List<CoqWorker> workers = new ArrayList<>();

  private long lostNanos;

  CoqPool(CoqWorker.Starter starter, int most) {
    this.starter = starter;
    this.most = most;
    workers.add(new CoqWorker(starter));
  }

  /** The worker that is to serve a request at a state. */
  CoqWorker nearest(CoqNode state) {
    CoqWorker best = workers.stream()
        .min(Comparator.comparingLong(worker -> worker.distance(state)))
        .orElseThrow();
    lostNanos += best.distance(state);
    if (workers.size() < most) {
      CoqWorker fresh = new CoqWorker(starter);
      if (lostNanos > 2 * fresh.distance(state)) {
        lostNanos = 0;
        workers.add(fresh);
        return fresh;
      }
    }
    workers.remove(best);
    workers.add(best);
    return best;
  }

  /** The operating system's numbers of the processes that were started. */
  List<Long> pids() {
    return workers.stream().map(CoqWorker::pid).filter(pid -> pid >= 0).toList();
  }

  @Override
  public void close() {
    workers.forEach(CoqWorker::close);
  }
}
