package dev.vmcts.verifiers.frame;

import dev.vmcts.verify.VerifierException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/**
 * Lends what serves one thread at a time, such as a process, to several: the one that was given back last, a new one
 * when all are out. So there are as many as were ever needed at once.
 *
 * <p>Thread-safe.
 *
 * @param <T> what is lent
 */
public final class Lender<T extends AutoCloseable> {

  /** What is done with what is lent. */
  @FunctionalInterface
  public interface Use<T, R> {

    R with(T lent) throws VerifierException, InterruptedException;
  }

  private final Supplier<T> maker;
  private final Deque<T> idle = new ArrayDeque<>();
  private final List<T> made = new ArrayList<>();

  /** @param maker makes one more; cheap, since others wait meanwhile */
  public Lender(Supplier<T> maker) {
    this.maker = maker;
  }

  /** Does something with one that nobody else has. */
  public <R> R use(Use<? super T, R> use) throws VerifierException, InterruptedException {
    T lent = take();
    try {
      return use.with(lent);
    } finally {
      giveBack(lent);
    }
  }

  private synchronized T take() {
    if (idle.isEmpty()) {
      T fresh = maker.get();
      made.add(fresh);
      return fresh;
    }
    return idle.pop();
  }

  private synchronized void giveBack(T lent) {
    idle.push(lent);
  }

  /** All that were made. */
  public synchronized List<T> made() {
    return List.copyOf(made);
  }
}
