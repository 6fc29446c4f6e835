package dev.vmcts.verifiers.dafny;

import dev.vmcts.problem.Problem;
import dev.vmcts.verifiers.dafny.DafnyReport.End;
import dev.vmcts.verifiers.process.Limits;
import dev.vmcts.verifiers.process.ProcessResult;
import dev.vmcts.verifiers.process.Scratch;
import dev.vmcts.verifiers.process.ToolRunner;
import dev.vmcts.verify.Acceptance;
import dev.vmcts.verify.Acceptance.Accepted;
import dev.vmcts.verify.Acceptance.Refused;
import dev.vmcts.verify.Acceptance.Undecided;
import dev.vmcts.verify.Diagnostic;
import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.VerifierException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Judges a Dafny problem with its holes filled.
 *
 * <p>In turn: each hole is audited ({@link DafnyAudit}) and must keep to its borders ({@link DafnyBorders}); a fresh
 * process proves the whole program, at least one proof among it; no precondition in a hole may be one that nothing
 * meets ({@link DafnyVacuity}). Everything happens in a scratch folder. Thread-safe.
 */
final class DafnyAcceptance {

  private static final String FILE = "program.dfy";
  private static final int PROOFS = 6;

  private final DafnyInstallation dafny;
  private final DafnyOptions options;
  private final ToolRunner runner;
  private final Duration time;

  /** @param time most time of each run of Dafny; one proof may take a part of it */
  DafnyAcceptance(DafnyInstallation dafny, DafnyOptions options, Duration time) {
    this.time = time;
    this.dafny = dafny;
    this.options = options;
    this.runner = new ToolRunner(options.sandbox());
  }

  /**
   * Judges a problem with these texts in its holes.
   *
   * @throws VerifierException if Dafny cannot be run
   */
  Acceptance accept(Problem problem, List<String> texts)
      throws VerifierException, InterruptedException {
    DafnyProgram program = DafnyProgram.of(problem, texts);
    Optional<Diagnostic> fault = program.fault();
    if (fault.isPresent()) {
      return new Refused(fault.get());
    }
    DafnyReport report = run(DafnyCheck.verify(program.text(), List.of()));
    Optional<Acceptance> failure = failure(report);
    if (failure.isPresent()) {
      return failure.get();
    }
    Set<String> proven = report.verified().stream()
        .map(DafnyNames::ofProof)
        .collect(Collectors.toCollection(TreeSet::new));
    // Where the problem itself has something to prove, that is what has to be proven.
    Set<String> asked = program.provable();
    proven.retainAll(asked.isEmpty() ? proven : asked);
    if (report.count() == 0 || proven.isEmpty()) {
      return refused("nothing is proven: the program has no claim that needs a proof");
    }
    return vacuous(program)
        .orElseGet(() -> new Accepted(program.text(), List.copyOf(proven), List.of()));
  }

  private static Optional<Acceptance> failure(DafnyReport report) {
    if (report.end() != End.COMPLETE) {
      Verdict.Reason reason =
          report.end() == End.TIMEOUT ? Verdict.Reason.TIMEOUT : Verdict.Reason.CRASH;
      return Optional.of(new Undecided(reason, report.reason()));
    }
    if (report.firstError().isPresent()) {
      DafnyMessage error = report.firstError().get();
      return Optional.of(new Refused(
          new Diagnostic(DafnyErrors.kind(error), "line " + error.line() + ": " + error.text())));
    }
    if (!report.unfinished().isEmpty()) {
      return Optional.of(new Undecided(
          Verdict.Reason.TIMEOUT,
          "no proof of " + DafnyNames.ofProof(report.unfinished().get(0)) + " within its time"));
    }
    return report.bodyless()
        ? Optional.of(new Refused(
            DafnyAudit.forbidden("a loop or forall statement without a body is an assumption")))
        : Optional.empty();
  }

  private Optional<Acceptance> vacuous(DafnyProgram program)
      throws VerifierException, InterruptedException {
    DafnyVacuity vacuity = DafnyVacuity.of(program);
    if (vacuity.names().isEmpty()) {
      return Optional.empty();
    }
    DafnyReport report = run(DafnyCheck.verify(vacuity.text(), List.of()));
    if (report.end() != End.COMPLETE) {
      return failure(report);
    }
    return vacuity
        .neverMet(report)
        .map(name -> refused("nothing meets the precondition of " + name));
  }

  private DafnyReport run(DafnyCheck check) throws VerifierException, InterruptedException {
    try (Scratch scratch = Scratch.create()) {
      Files.writeString(scratch.folder().resolve(FILE), check.program());
      List<String> command = new ArrayList<>(List.of(dafny.program().toString()));
      command.addAll(
          DafnyArguments.of(dafny.version(), check, time.dividedBy(PROOFS), dafny.solver(), FILE));
      ProcessResult result =
          runner.run(command, scratch.folder(), new Limits(time, options.memoryBytes()));
      return DafnyOutput.ofProgram(
          check.depth(),
          result.exitCode(),
          result.timedOut(),
          result.stdout() + "\n" + result.stderr());
    } catch (IOException e) {
      throw new VerifierException("cannot write a program for Dafny: " + e.getMessage(), e);
    }
  }

  private static Acceptance refused(String message) {
    return new Refused(new Diagnostic(Diagnostic.Kind.FORBIDDEN, message));
  }
}
