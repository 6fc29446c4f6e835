package dev.vmcts.verifiers.coq;

import dev.vmcts.verifiers.process.Limits;
import dev.vmcts.verifiers.process.ProcessResult;
import dev.vmcts.verifiers.process.Scratch;
import dev.vmcts.verifiers.process.ToolRunner;
import dev.vmcts.verify.Acceptance;
import dev.vmcts.verify.Diagnostic;
import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.VerifierException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compiles and checks generated files in one scratch folder, which is deleted when this is closed. */
final class CoqRun implements AutoCloseable {

  private final CoqInstallation coq;
  private final List<String> loadPath;
  private final ToolRunner runner;
  private final Limits limits;
  private final Scratch scratch = Scratch.create();

  CoqRun(CoqInstallation coq, List<String> loadPath, ToolRunner runner, Limits limits) {
    this.coq = coq;
    this.loadPath = loadPath;
    this.runner = runner;
    this.limits = limits;
  }

  /** Runs the compiler on a file of its own. */
  ProcessResult compile(String module, String text) throws VerifierException, InterruptedException {
    try {
      Files.writeString(scratch.folder().resolve(module + ".v"), text);
    } catch (IOException e) {
      throw new VerifierException("cannot write to " + scratch.folder() + ": " + e.getMessage(), e);
    }
    List<String> command =
        new ArrayList<>(List.of(coq.program("coqc").toString(), "-q", "-w", "none"));
    command.addAll(paths());
    command.add(module + ".v");
    return runner.run(command, scratch.folder(), limits);
  }

  /** Checks a compiled file again with Coq's own checker; the libraries that it uses are taken as they are. */
  ProcessResult check(String module) throws VerifierException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of(coq.program("coqchk").toString(), "-silent", "-o"));
    command.addAll(paths());
    command.addAll(List.of("-norec", module));
    return runner.run(command, scratch.folder(), limits);
  }

  Limits limits() {
    return limits;
  }

  private List<String> paths() {
    List<String> paths = new ArrayList<>(loadPath);
    paths.addAll(List.of("-R", ".", ""));
    return paths;
  }

  /** Why a run decides nothing or refuses; empty if it went well. */
  static Optional<Acceptance> failure(ProcessResult result, Limits limits) {
    if (result.timedOut()) {
      return Optional.of(new Acceptance.Undecided(
          Verdict.Reason.TIMEOUT, "Coq did not end within " + limits.time().toSeconds() + " s"));
    }
    if (result.exitCode() == 0) {
      return Optional.empty();
    }
    String message = CoqMessages.error(result.stderr());
    if (CoqMessages.exhausted(message)) {
      return Optional.of(new Acceptance.Undecided(Verdict.Reason.RESOURCE, message));
    }
    if (result.exitCode() >= 128 || message.isEmpty()) {
      return Optional.of(new Acceptance.Undecided(
          Verdict.Reason.CRASH, "Coq ended with exit code " + result.exitCode()));
    }
    return Optional.of(new Acceptance.Refused(new Diagnostic(CoqMessages.kind(message), message)));
  }

  @Override
  public void close() {
    scratch.close();
  }
}
