package dev.vmcts.search;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * The lock of a search's state. A worker holds it while it looks at the tree, changes it, counts and reports, and
 * gives it up only while it waits for the model or the verifier; so what stands between two such waits is one act to
 * the others.
 *
 * <p>Thread-safe.
 */
final class Monitor {

  /** What takes long and touches nothing of the search's state. */
  @FunctionalInterface
  interface Call<T, E extends Exception> {
    T get() throws E, InterruptedException;
  }

  /** Fair, so that a worker that never waits for anything keeps nobody out. */
  private final ReentrantLock lock = new ReentrantLock(true);

  private final Condition changed = lock.newCondition();
  private boolean over;

  void enter() {
    lock.lock();
  }

  void leave() {
    lock.unlock();
  }

  /**
   * Calls without the lock, which the caller holds before and after.
   *
   * @throws InterruptedException if the search has ended meanwhile, whatever came of the call
   */
  <T, E extends Exception> T outside(Call<T, E> call) throws E, InterruptedException {
    lock.unlock();
    try {
      return call.get();
    } finally {
      lock.lock();
      check();
    }
  }

  /** Lets others have the lock for a moment. */
  void giveWay() throws InterruptedException {
    lock.unlock();
    lock.lock();
    check();
  }

  /**
   * Waits, without the lock, until something holds or the search has ended.
   *
   * @param what is looked at, with the lock, whenever something has {@linkplain #changed() changed}
   */
  void await(BooleanSupplier what) throws InterruptedException {
    while (!over && !what.getAsBoolean()) {
      changed.await();
    }
  }

  /** Has all who wait look again. For the lock's holder. */
  void changed() {
    changed.signalAll();
  }

  /** Ends the search: no worker does anything more once it asks for the lock. For the lock's holder. */
  void end() {
    over = true;
    changed();
  }

  /** Whether the search has ended. For the lock's holder. */
  boolean over() {
    return over;
  }

  /** Throws when the search has ended. For the lock's holder. */
  void check() throws InterruptedException {
    if (over) {
      throw new InterruptedException("the search has ended");
    }
  }
}
