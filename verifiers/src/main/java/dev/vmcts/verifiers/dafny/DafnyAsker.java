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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Asks Dafny about one program at a time: a server that keeps Dafny loaded, where the version has one that serves, else a
 * process for each. For one thread at a time.
 */
final class DafnyAsker implements AutoCloseable {

  private static final String FILE = "program.dfy";
  private static final String STOP = "\nlemma vmcts__stop() { vmcts__unknown(); }\n";
  private static final int MOST_REQUESTS = 500;
  private static final int MOST_FAILURES = 3;
  private static final Duration START = Duration.ofSeconds(60);
  private static final int PROOFS = 3;

  private final DafnyInstallation dafny;
  private final DafnyOptions options;
  private final ToolRunner runner;
  private final AtomicInteger failures;
  private final Scratch scratch = Scratch.create();
  private @Nullable DafnyServer server;
  private int failuresBefore;

  /** @param failures how often a server failed, whoever asked it; each failure ends all servers when they are next asked */
  DafnyAsker(DafnyInstallation dafny, DafnyOptions options, AtomicInteger failures) {
    this.dafny = dafny;
    this.options = options;
    this.runner = new ToolRunner(options.sandbox());
    this.failures = failures;
  }

  /** What the server says, or a new process when there is none. */
  DafnyReport ask(DafnyCheck check) throws VerifierException, InterruptedException {
    Optional<DafnyReport> served = serve(check);
    return served.isPresent() ? served.get() : fresh(check);
  }

  /** What a process says that has seen nothing else. */
  DafnyReport fresh(DafnyCheck check) throws VerifierException, InterruptedException {
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
    if (command.isEmpty() || failures.get() >= MOST_FAILURES) {
      return Optional.empty();
    }
    boolean first = server == null
        || !server.alive()
        || server.requests() >= MOST_REQUESTS
        || failuresBefore != failures.get();
    if (first) {
      stop();
      failuresBefore = failures.get();
      server = DafnyServer.start(command.get(), runner, scratch.folder(), options.memoryBytes());
    }
    DafnyServer asked = java.util.Objects.requireNonNull(server);
    String program = check.proves() ? check.program() : check.program() + STOP;
    DafnyReport report = asked.ask(
        program,
        DafnyArguments.ofServer(check, options.stepTime(), dafny.solver()),
        first ? START.plus(time(check)) : time(check));
    if (report.end() == DafnyReport.End.BROKEN) {
      failures.incrementAndGet();
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
