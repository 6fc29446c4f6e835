package dev.vmcts.verifiers.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierSession;
import dev.vmcts.verify.VerifierState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several threads that go through one session at random, for tests. */
public final class Threads {

  private Threads() {}

  /**
   * Has each thread try steps in states that it got to; all must be told the same of the same steps.
   *
   * @param steps what is tried
   * @return what was said, by the steps that led there
   */
  public static Map<String, String> walk(
      VerifierSession session, List<String> steps, int threads, int tries) throws Exception {
    Map<String, String> said = new ConcurrentHashMap<>();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> walks = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        Random random = new Random(i);
        walks.add(pool.submit(() -> {
          walk(session, steps, tries, random, said);
          return true;
        }));
      }
      for (Future<?> walk : walks) {
        walk.get();
      }
    } finally {
      pool.shutdownNow();
    }
    return said;
  }

  private static void walk(
      VerifierSession session,
      List<String> steps,
      int tries,
      Random random,
      Map<String, String> said)
      throws VerifierException, InterruptedException {
    Map<String, VerifierState> known = new HashMap<>(Map.of("", session.root()));
    List<String> paths = new ArrayList<>(List.of(""));
    for (int i = 0; i < tries; i++) {
      String path = paths.get(random.nextInt(paths.size()));
      String step = steps.get(random.nextInt(steps.size()));
      String next = path + step + "\n";
      Verdict verdict = session.step(Objects.requireNonNull(known.get(path)), step);
      if (verdict instanceof Verdict.Undecided) {
        continue;
      }
      String word = word(verdict);
      if (verdict instanceof Verdict.Verified verified) {
        Verdict closing = session.close(verified.state());
        word += " " + verified.state().fingerprint().orElse("") + " " + word(closing);
        if (known.putIfAbsent(next, verified.state()) == null) {
          paths.add(next);
        }
      }
      String before = said.putIfAbsent(next, word);
      assertThat(before == null ? word : before).as(next).isEqualTo(word);
    }
  }

  private static String word(Verdict verdict) {
    return verdict.match(v -> "verified", r -> "rejected", i -> "incomplete", u -> "undecided");
  }
}
