package dev.vmcts.verifiers.lean;

import dev.vmcts.problem.FillBorders;
import dev.vmcts.problem.Problem;
import dev.vmcts.verifiers.frame.ProgramJudge;
import dev.vmcts.verify.Acceptance;
import dev.vmcts.verify.Acceptance.Accepted;
import dev.vmcts.verify.Acceptance.Refused;
import dev.vmcts.verify.Diagnostic;
import dev.vmcts.verify.Diagnostic.Kind;
import dev.vmcts.verify.VerifierException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges a Lean problem with its holes filled; what it accepts rests on nothing but the kernel and the axioms that the
 * problem allows.
 *
 * <p>In turn: {@link LeanAudit} looks at the holes; a fresh Lean compiles the whole program, without an error or a gap; no
 * hole may give a new meaning to a name ({@link LeanNameRule}); a module that imports the program and holds nothing else is
 * asked for the axioms of everything that has a name, and what the given text states is compared with what the problem
 * alone states ({@link LeanStatements}); where the toolchain has a checker, it replays the program through the kernel.
 * Everything happens in a scratch folder. Thread-safe.
 */
final class LeanAcceptance implements ProgramJudge {

  private static final String PROGRAM = "VmctsProgram";
  private static final String PROBE = "VmctsProbe";

  /** What Lean's own library rests on. */
  private static final Set<String> USUAL = Set.of("propext", "Classical.choice", "Quot.sound");

  private final LeanInstallation lean;

  LeanAcceptance(LeanInstallation lean) {
    this.lean = lean;
  }

  @Override
  public Acceptance accept(Problem problem, List<String> texts)
      throws VerifierException, InterruptedException {
    LeanProgram program = new LeanProgram(problem, FillBorders.parted(problem, texts));
    for (int i = 0; i < texts.size(); i++) {
      Optional<Diagnostic> fault =
          LeanAudit.checkHole(program.fills().get(i), LeanProgram.inside(problem, i));
      if (fault.isPresent()) {
        return new Refused(fault.get());
      }
    }
    Set<String> proven = new LinkedHashSet<>();
    program.given().stream()
        .filter(LeanDeclaration::states)
        .forEach(d -> proven.add(d.name().isEmpty() ? "example at line " + d.line() : d.name()));
    if (proven.isEmpty()) {
      return refused(Kind.ERROR, "nothing is proven: the given text states no theorem");
    }
    LeanTool tool = lean.toolFor(problem.name());
    try (LeanRun run = new LeanRun(tool)) {
      return judge(program, List.copyOf(proven), run, tool.checker());
    }
  }

  private static Acceptance judge(
      LeanProgram program, List<String> proven, LeanRun run, Optional<Path> checker)
      throws VerifierException, InterruptedException {
    LeanRun.Result compiled = run.read(PROGRAM, program.text(), true);
    Optional<Acceptance> failure = compiled.failure().or(() -> fault(compiled));
    if (failure.isEmpty()) {
      failure = new LeanNameRule(run).check(program);
    }
    if (failure.isPresent()) {
      return failure.get();
    }
    LeanStatements.Finding finding = new LeanStatements(run, program, PROGRAM).check();
    Set<String> allowed = allowed(program);
    Optional<Acceptance> assumed = finding.axioms().stream()
        .filter(a -> !allowed.contains(a))
        .findFirst()
        .map(a -> refused(
            Kind.FORBIDDEN,
            "the proof rests on the axiom " + a
                + ", which the problem does not allow; list it under 'axioms'"));
    failure = assumed.or(finding::fault);
    if (failure.isEmpty() && checker.isPresent()) {
      failure = replay(run, checker.get());
    }
    return failure.orElseGet(() -> new Accepted(program.text(), proven, finding.axioms()));
  }

  /** A checker that fails on a program that is fine for sure does not work here, and says nothing. */
  private static Optional<Acceptance> replay(LeanRun run, Path checker)
      throws VerifierException, InterruptedException {
    Optional<String> fault = run.replay(checker, PROGRAM);
    if (fault.isEmpty()
        || !run.read(PROBE, "theorem probe : True := trivial\n", true).clean()
        || run.replay(checker, PROBE).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        refused(Kind.FORBIDDEN, "the kernel refuses the compiled program: " + fault.get()));
  }

  private static Optional<Acceptance> fault(LeanRun.Result compiled) {
    Optional<LeanMessage> error = compiled.error();
    if (error.isPresent()) {
      Diagnostic found = LeanErrors.diagnostic(error.get().text());
      return Optional.of(new Refused(new Diagnostic(found.kind(), error.get().shown())));
    }
    Optional<LeanMessage> gap =
        compiled.messages().stream().filter(LeanMessage::tellsOfGap).findFirst();
    if (gap.isPresent()) {
      return Optional.of(refused(Kind.FORBIDDEN, gap.get().shown()));
    }
    return compiled.clean()
        ? Optional.empty()
        : Optional.of(refused(Kind.ERROR, "Lean fails without an error message"));
  }

  /** The usual axioms, those that the header allows, and those that the given text states. */
  private static Set<String> allowed(LeanProgram program) {
    Set<String> allowed = new LinkedHashSet<>(USUAL);
    allowed.addAll(program.problem().header().axioms());
    program.given().stream()
        .filter(d -> d.word().equals("axiom"))
        .forEach(d -> allowed.add(d.name()));
    return allowed;
  }

  private static Acceptance refused(Kind kind, String message) {
    return new Refused(new Diagnostic(kind, message));
  }
}
