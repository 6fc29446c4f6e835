package dev.vmcts.verifiers.process;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Starts processes, all from one thread that never ends: "die with parent" means the thread that started a process, and
 * not the program that the thread belongs to. What still lives when this program exits is killed.
 */
final class Spawner {

  private static final ExecutorService THREAD = Executors.newSingleThreadExecutor(task -> {
    Thread thread = new Thread(task, "vmcts-spawner");
    thread.setDaemon(true);
    return thread;
  });

  private static final Set<Process> LIVING = ConcurrentHashMap.newKeySet();

  private static final boolean ENDING = !reaps();

  private Spawner() {}

  /** Has what lives killed when this program exits; false if it is exiting already. */
  private static boolean reaps() {
    try {
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> LIVING.forEach(ProcessTree::kill), "vmcts-reaper"));
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  /**
   * Starts a process.
   *
   * @throws InterruptedException if this program was asked to end before it started its first one, too
   */
  static Process start(ProcessBuilder builder) throws IOException, InterruptedException {
    if (ENDING) {
      throw new InterruptedException("this program is ending");
    }
    try {
      return THREAD
          .submit(() -> {
            Process process = builder.start();
            LIVING.add(process);
            return process;
          })
          .get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  static void kill(Process process) {
    if (LIVING.remove(process)) {
      ProcessTree.kill(process);
    }
  }
}
