package dev.vmcts.verifiers.coq;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The Coq processes of a session, each lent to one thread at a time. A request goes to the process that is nearest to its
 * state, in time, among those that are not lent; where all are, to a further one.
 *
 * <p>A further process is also started once the time lost in going from branch to branch would have paid for it, up to a
 * number. Thread-safe.
 */
final class CoqPool implements AutoCloseable {

  private final CoqWorker.Starter starter;
  private final int most;
  /** The most recently used one is last. */
  private final List<CoqWorker> idle = new ArrayList<>();

  private final List<CoqWorker> workers = new ArrayList<>();

  private long lostNanos;

  CoqPool(CoqWorker.Starter starter, int most) {
    this.starter = starter;
    this.most = most;
    idle.add(further());
  }

  /**
   * Lends the worker that is to serve a request at a state.
   *
   * @return a worker that nobody else has until it is {@linkplain #giveBack given back}
   */
  synchronized CoqWorker lend(CoqNode state) {
    Optional<CoqWorker> nearest =
        idle.stream().min(Comparator.comparingLong(worker -> worker.distance(state)));
    if (nearest.isEmpty()) {
      return further();
    }
    CoqWorker best = nearest.get();
    lostNanos += best.distance(state);
    if (workers.size() < most && lostNanos > 2 * new CoqWorker(starter).distance(state)) {
      lostNanos = 0;
      return further();
    }
    idle.remove(best);
    return best;
  }

  private CoqWorker further() {
    CoqWorker worker = new CoqWorker(starter);
    workers.add(worker);
    return worker;
  }

  synchronized void giveBack(CoqWorker worker) {
    idle.add(worker);
  }

  /** The operating system's numbers of the processes that were started. */
  synchronized List<Long> pids() {
    return workers.stream().map(CoqWorker::pid).filter(pid -> pid >= 0).toList();
  }

  /** Ends all processes; no thread may ask for one any more. */
  @Override
  public synchronized void close() {
    workers.forEach(CoqWorker::close);
  }
}
