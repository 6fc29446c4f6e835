package dev.vmcts.verifiers.dafny;

import dev.vmcts.verifiers.process.Limits;
import dev.vmcts.verifiers.process.ProcessResult;
import dev.vmcts.verifiers.process.Scratch;
import dev.vmcts.verifiers.process.ToolRunner;
import dev.vmcts.verify.VerifierException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Has programs checked: by a server that keeps Dafny loaded, where the version has one that serves, else by a process for
 * each. An equal question is asked once. For one thread at a time.
 */
final class DafnyEngine implements AutoCloseable {

  private static final String FILE = "program.dfy";
  private static final String STOP = "\nlemma vmcts__stop() { vmcts__unknown(); }\n";
  private static final int MOST_REQUESTS = 500;
  private static final int MOST_FAILURES = 3;
  private static final int MOST_KEPT = 4000;
  private static final Duration START = Duration.ofSeconds(60);
  private static final int PROOFS = 3;

  private final DafnyInstallation dafny;
  private final DafnyOptions options;
  private final ToolRunner runner;
  private final Scratch scratch = Scratch.create();
  private final Map<DafnyCheck, DafnyReport> known = new LinkedHashMap<>();
  private final Set<DafnyCheck> confirmed = new HashSet<>();
  private @Nullable DafnyServer server;
  private int failures;

  DafnyEngine(DafnyInstallation dafny, DafnyOptions options) {
    this.dafny = dafny;
    this.options = options;
    this.runner = new ToolRunner(options.sandbox());
  }

  /** What Dafny says of a program; what was said before of an equal one, unless that was nothing. */
  DafnyReport check(DafnyCheck check) throws VerifierException, InterruptedException {
    DafnyReport before = known.get(check);
    if (before != null) {
      return before;
    }
    Optional<DafnyReport> served = serve(check);
    DafnyReport report = served.isPresent() ? served.get() : fresh(check);
    keep(check, report);
    return report;
  }

  private void keep(DafnyCheck check, DafnyReport report) {
    if (report.complete() && report.unfinished().isEmpty()) {
      if (known.size() >= MOST_KEPT) {
        DafnyCheck oldest = known.keySet().iterator().next();
        known.remove(oldest);
        confirmed.remove(oldest);
      }
      known.put(check, report);
    }
  }

  private DafnyReport fresh(DafnyCheck check) throws VerifierException, InterruptedException {
    DafnyReport report = run(check);
    boolean nothing =
        report.complete() && report.count() == 0 && report.errors().isEmpty();
    // A filter that matches nothing looks like success.
    return nothing
            && check.proves()
            && !check.names().isEmpty()
            && dafny.version().hasCommands()
        ? run(DafnyCheck.verify(check.program(), List.of()))
        : report;
  }

  /**
   * What a process says that has seen nothing else; what was said before, if that was by such a process. From then on it
   * is the answer to the question, and a server that said something else is used no more.
   */
  DafnyReport confirm(DafnyCheck check) throws VerifierException, InterruptedException {
    if (dafny.server().isEmpty() || confirmed.contains(check)) {
      return check(check);
    }
    DafnyReport before = known.get(check);
    DafnyReport report = fresh(check);
    keep(check, report);
    if (report.equals(known.get(check))) {
      confirmed.add(check);
      if (before != null && !sameErrors(before, report)) {
        failures++;
        stop();
      }
    }
    return report;
  }

  private static boolean sameErrors(DafnyReport one, DafnyReport other) {
    return Set.copyOf(one.errors()).equals(Set.copyOf(other.errors()));
  }

  private DafnyReport run(DafnyCheck check) throws VerifierException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(dafny.program().toString()));
    command.addAll(
        DafnyArguments.of(dafny.version(), check, options.stepTime(), dafny.solver(), FILE));
    Path folder = scratch.folder();
    try {
      Files.writeString(folder.resolve(FILE), check.program());
    } catch (IOException e) {
      throw new VerifierException("cannot write to " + folder + ": " + e.getMessage(), e);
    }
    ProcessResult result =
        runner.run(command, folder, new Limits(START.plus(time(check)), options.memoryBytes()));
    return DafnyOutput.ofProgram(
        check.depth(),
        result.exitCode(),
        result.timedOut(),
        result.stdout() + "\n" + result.stderr());
  }

  private Optional<DafnyReport> serve(DafnyCheck check)
      throws VerifierException, InterruptedException {
    Optional<List<String>> command = dafny.server();
    if (command.isEmpty() || failures >= MOST_FAILURES) {
      return Optional.empty();
    }
    boolean first = server == null || !server.alive() || server.requests() >= MOST_REQUESTS;
    if (first) {
      stop();
      server = DafnyServer.start(command.get(), runner, scratch.folder(), options.memoryBytes());
    }
    DafnyServer asked = java.util.Objects.requireNonNull(server);
    String program = check.proves() ? check.program() : check.program() + STOP;
    DafnyReport report = asked.ask(
        program,
        DafnyArguments.ofServer(check, options.stepTime(), dafny.solver()),
        first ? START.plus(time(check)) : time(check));
    if (report.end() == DafnyReport.End.BROKEN) {
      failures++;
      return Optional.empty();
    }
    return Optional.of(check.proves() || !report.complete() ? report : withoutStop(check, report));
  }

  /** The errors of the program itself, without the one that keeps the server from proving it. */
  private static DafnyReport withoutStop(DafnyCheck check, DafnyReport report) {
    int lines = 1 + (int) check.program().chars().filter(c -> c == '\n').count();
    List<DafnyMessage> errors =
        report.errors().stream().filter(e -> e.line() <= lines).toList();
    return errors.isEmpty() && report.errors().isEmpty()
        ? DafnyReport.broken("Dafny's server did not stop where it must")
        : new DafnyReport(report.end(), "", errors, List.of(), List.of(), 0, report.bodyless());
  }

  /** A declaration can have several proofs, and the solver is slow to notice that its time is over. */
  private Duration time(DafnyCheck check) {
    boolean whole = check.proves() && check.names().isEmpty();
    return whole
        ? options.acceptTime()
        : options.stepTime().multipliedBy(PROOFS * Math.max(1L, check.names().size()));
  }

  /** The operating system's number of the server, if one runs. */
  Optional<Long> pid() {
    return Optional.ofNullable(server).filter(DafnyServer::alive).map(DafnyServer::pid);
  }

  private void stop() {
    if (server != null) {
      server.close();
      server = null;
    }
  }

  @Override
  public void close() {
    stop();
    scratch.close();
  }
}
