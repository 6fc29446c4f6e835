package dev.vmcts.verifiers.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Signals to a process and to what it started. */
final class ProcessTree {

  private static final int ROUNDS = 20;

  private ProcessTree() {}

  /**
   * Kills the descendants first, then the process, until none is seen; a process that forks meanwhile is met again.
   *
   * <p>Of a process that has ended nothing is looked for: its number may be another's by now, and so would be the
   * descendants.
   */
  static void kill(Process process) {
    ProcessHandle root = process.toHandle();
    List<ProcessHandle> seen = new ArrayList<>();
    for (int round = 0; round < ROUNDS && process.isAlive(); round++) {
      List<ProcessHandle> living = root.descendants().toList();
      if (living.isEmpty() && round > 0) {
        break;
      }
      seen.addAll(living);
      for (int i = living.size() - 1; i >= 0; i--) {
        living.get(i).destroyForcibly();
      }
    }
    process.destroyForcibly();
    seen.forEach(ProcessHandle::destroyForcibly);
  }

  /**
   * Sends the interrupt signal to the program itself, which runs below the sandbox's own processes.
   *
   * @return whether the signal was sent
   */
  static boolean interrupt(Process process) throws InterruptedException {
    if (!process.isAlive()) {
      return false;
    }
    ProcessHandle program = process.toHandle();
    Optional<ProcessHandle> child = program.children().findFirst();
    while (child.isPresent() && isSandbox(program)) {
      program = child.get();
      child = program.children().findFirst();
    }
    try {
      Process kill = new ProcessBuilder("kill", "-INT", Long.toString(program.pid()))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
      return kill.waitFor(5, TimeUnit.SECONDS) && kill.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isSandbox(ProcessHandle process) {
    return process.info().command().map(c -> c.endsWith("bwrap")).orElse(true);
  }
}
