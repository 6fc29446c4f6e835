package dev.vmcts.verifiers.dafny;

import dev.vmcts.verifiers.frame.Lender;
import dev.vmcts.verify.VerifierException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Has programs checked, as many at once as there are threads that ask. An equal question is asked once, unless it is asked
 * again before it is answered. Thread-safe.
 */
final class DafnyEngine implements AutoCloseable {

  private static final int MOST_KEPT = 4000;

  private final DafnyInstallation dafny;
  private final Lender<DafnyAsker> askers;
  private final AtomicInteger failures = new AtomicInteger();
  private final Map<DafnyCheck, DafnyReport> known = new LinkedHashMap<>();
  private final Set<DafnyCheck> confirmed = new HashSet<>();

  DafnyEngine(DafnyInstallation dafny, DafnyOptions options) {
    this.dafny = dafny;
    this.askers = new Lender<>(() -> new DafnyAsker(dafny, options, failures));
  }

  /** What Dafny says of a program; what was said before of an equal one, unless that was nothing. */
  DafnyReport check(DafnyCheck check) throws VerifierException, InterruptedException {
    DafnyReport before = known(check);
    if (before != null) {
      return before;
    }
    DafnyReport report = askers.use(asker -> asker.ask(check));
    keep(check, report);
    return report;
  }

  private synchronized @Nullable DafnyReport known(DafnyCheck check) {
    return known.get(check);
  }

  private synchronized boolean isConfirmed(DafnyCheck check) {
    return confirmed.contains(check);
  }

  /** An answer of a process that had seen nothing else stays. */
  private synchronized void keep(DafnyCheck check, DafnyReport report) {
    if (report.complete() && report.unfinished().isEmpty() && !confirmed.contains(check)) {
      if (known.size() >= MOST_KEPT) {
        DafnyCheck oldest = known.keySet().iterator().next();
        known.remove(oldest);
        confirmed.remove(oldest);
      }
      known.put(check, report);
    }
  }

  /**
   * What a process says that has seen nothing else; what was said before, if that was by such a process. From then on it
   * is the answer to the question, and a server that said something else is used no more.
   */
  DafnyReport confirm(DafnyCheck check) throws VerifierException, InterruptedException {
    if (dafny.server().isEmpty() || isConfirmed(check)) {
      return check(check);
    }
    DafnyReport before = known(check);
    DafnyReport report = askers.use(asker -> asker.fresh(check));
    confirmed(check, before, report);
    return report;
  }

  private synchronized void confirmed(
      DafnyCheck check, @Nullable DafnyReport before, DafnyReport report) {
    keep(check, report);
    if (report.equals(known.get(check))) {
      confirmed.add(check);
      if (before != null && !sameErrors(before, report)) {
        failures.incrementAndGet();
      }
    }
  }

  private static boolean sameErrors(DafnyReport one, DafnyReport other) {
    return Set.copyOf(one.errors()).equals(Set.copyOf(other.errors()));
  }

  /** The operating system's numbers of the servers that run. */
  List<Long> pids() {
    return askers.made().stream().map(DafnyAsker::pid).flatMap(Optional::stream).toList();
  }

  /** Ends all processes; no thread may ask any more. */
  @Override
  public void close() {
    askers.made().forEach(DafnyAsker::close);
  }
}
