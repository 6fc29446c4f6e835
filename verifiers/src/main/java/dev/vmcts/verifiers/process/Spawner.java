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

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> LIVING.forEach(ProcessTree::kill), "vmcts-reaper"));
  }

  private Spawner() {}

  static Process start(ProcessBuilder builder) throws IOException, InterruptedException {
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
