package dev.vmcts.verifiers.coq;

import dev.vmcts.verifiers.process.Sandbox;
import java.time.Duration;

/** A program that holds a session, busy with a step that does not end, until it is killed. */
final class SessionHolder {

  private SessionHolder() {}

  /**
   * Prints the numbers of the session's processes on one line.
   *
   * @param arguments the sandbox
   */
  public static void main(String[] arguments) throws Exception {
    CoqOptions options = RealCoq.options(Duration.ofMinutes(10), Sandbox.valueOf(arguments[0]), 1);
    try (CoqSession session =
        RealCoq.open("Ltac spin := idtac; spin.\nLemma a : True.\nAdmitted.\n", options)) {
      System.out.println(session.pids());
      session.step(session.root(), "spin.");
    }
  }
}
