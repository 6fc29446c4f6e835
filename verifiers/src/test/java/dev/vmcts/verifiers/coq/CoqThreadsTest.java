package dev.vmcts.verifiers.coq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vmcts.verifiers.frame.Threads;
import dev.vmcts.verifiers.process.Executables;
import dev.vmcts.verifiers.process.Sandbox;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One session of the real Coq that several threads use. */
@Tag("slow")
final class CoqThreadsTest {

  private static final String TEXT =
      "Require Import Arith Lia.\nLemma a : forall n m : nat, n + m = m + n.\nAdmitted.\n";
  private static final List<String> STEPS = List.of(
      "intros n m.",
      "induction n.",
      "simpl.",
      "lia.",
      "reflexivity.",
      "rewrite IHn.",
      "auto.",
      "nonsense.",
      "assert (H : n = n).",
      "Qed.");

  @Test
  @Timeout(300)
  void step_fourThreads_saysWhatOneIsTold() throws Exception {
    assumeTrue(Executables.find("coqidetop.opt").isPresent(), "Coq is not installed");
    CoqOptions options = RealCoq.options(Duration.ofSeconds(20), Sandbox.AUTO, 2);
    Map<String, String> many;
    List<ProcessHandle> processes;
    try (CoqSession session = RealCoq.open(TEXT, options)) {
      many = Threads.walk(session, STEPS, 4, 40);
      assertThat(session.pids()).hasSizeBetween(2, 4);
      processes = session.pids().stream()
          .flatMap(pid -> ProcessHandle.of(pid).stream())
          .flatMap(top -> Stream.concat(Stream.of(top), top.descendants()))
          .toList();
    }
    for (ProcessHandle process : processes) {
      process.onExit().get();
    }
    assertThat(many.values()).anyMatch(word -> word.startsWith("verified"));
    try (CoqSession session = RealCoq.open(TEXT, options)) {
      Threads.walk(session, STEPS, 1, 40)
          .forEach((path, word) -> assertThat(many.getOrDefault(path, word)).isEqualTo(word));
    }
  }
}
