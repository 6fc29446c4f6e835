package dev.vmcts.verifiers.dafny;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.verifiers.frame.Threads;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One session of the real Dafny that several threads use. */
@Tag("slow")
final class DafnyThreadsTest {

  private static final String TEXT = """
      function fac(n: nat): nat { if n == 0 then 1 else n * fac(n - 1) }
      lemma FacPositive(n: nat)
        ensures fac(n) > 0
      {
      // vmcts: hole
      // vmcts: end
      }
      """;
  private static final List<String> STEPS = List.of(
      "assert fac(0) == 1;", "if n > 0 { FacPositive(n - 1); }", "assert n < 0;", "nonsense(;");

  @Test
  @Timeout(600)
  void step_twoThreads_saysWhatOneIsTold() throws Exception {
    RealDafny.assume();
    Map<String, String> many;
    try (DafnySession session = RealDafny.open(TEXT)) {
      many = Threads.walk(session, STEPS, 2, 8);
      assertThat(session.pids()).hasSizeLessThanOrEqualTo(2);
    }
    assertThat(many.values()).anyMatch(word -> word.startsWith("verified"));
    try (DafnySession session = RealDafny.open(TEXT)) {
      Threads.walk(session, STEPS, 1, 8)
          .forEach((path, word) -> assertThat(many.getOrDefault(path, word)).isEqualTo(word));
    }
  }
}
