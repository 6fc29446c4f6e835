package dev.vmcts.verifiers.lean;

import dev.vmcts.verifiers.process.ProcessResult;
import dev.vmcts.verifiers.process.Scratch;
import dev.vmcts.verify.Acceptance;
import dev.vmcts.verify.Diagnostic;
import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.VerifierException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fresh processes of Lean in one scratch folder, each for one module. */
final class LeanRun implements AutoCloseable {

  private static final int FIRST_SIGNAL = 128;

  private final LeanTool tool;
  private final Scratch scratch = Scratch.create();

  LeanRun(LeanTool tool) {
    this.tool = tool;
  }

  /**
   * What came of a module.
   *
   * @param failure why nothing can be told; empty when Lean ran to its end
   * @param messages what Lean said
   * @param clean whether it ended as it does when there is no error
   */
  record Result(Optional<Acceptance> failure, List<LeanMessage> messages, boolean clean) {

    Optional<LeanMessage> error() {
      return messages.stream().filter(LeanMessage::isError).findFirst();
    }
  }

  /** Has Lean read a module; where that is fine and wanted, it can be imported by later ones. */
  Result read(String module, String text, boolean keep)
      throws VerifierException, InterruptedException {
    Path folder = scratch.folder();
    String file = module + ".lean";
    try {
      Files.writeString(folder.resolve(file), text);
    } catch (IOException e) {
      throw new VerifierException("cannot write to " + folder + ": " + e.getMessage(), e);
    }
    List<String> arguments = new ArrayList<>(List.of("--json"));
    if (keep) {
      arguments.addAll(List.of("-o", module + ".olean"));
    }
    arguments.add(file);
    ProcessResult result = tool.runner()
        .run(
            tool.command(arguments.toArray(String[]::new)),
            folder,
            tool.limits(tool.options().acceptTime()),
            tool.environment(folder),
            "");
    Result told = told(file, result);
    boolean kept = !keep || Files.isRegularFile(folder.resolve(module + ".olean"));
    return told.clean() && !kept
        ? new Result(
            Optional.of(new Acceptance.Refused(new Diagnostic(
                Diagnostic.Kind.FORBIDDEN,
                "Lean ended before the end of the text: no compiled module was written"))),
            told.messages(),
            false)
        : told;
  }

  /** Replays a module through the kernel; what is wrong, or nothing. */
  Optional<String> replay(Path checker, String module)
      throws VerifierException, InterruptedException {
    ProcessResult result = tool.runner()
        .run(
            List.of(checker.toString(), module),
            scratch.folder(),
            tool.limits(tool.options().acceptTime()),
            tool.checkerEnvironment(scratch.folder()),
            "");
    return !result.timedOut() && result.exitCode() == 0
        ? Optional.empty()
        : Optional.of(
            result.timedOut()
                ? "it does not end"
                : (result.stderr() + result.stdout())
                    .strip()
                    .lines()
                    .findFirst()
                    .orElse("exit code " + result.exitCode()));
  }

  private Result told(String file, ProcessResult result) {
    if (result.timedOut()) {
      return failed(
          Verdict.Reason.TIMEOUT,
          "Lean does not end within " + tool.options().acceptTime().toSeconds() + " s");
    }
    if (result.exitCode() >= FIRST_SIGNAL) {
      boolean memory = result.stderr().contains("memory");
      return failed(
          memory ? Verdict.Reason.RESOURCE : Verdict.Reason.CRASH,
          "Lean died: " + result.stderr().strip().lines().reduce((a, b) -> b).orElse("no message"));
    }
    Optional<List<LeanMessage>> messages = LeanMessage.parse(result.stdout())
        .filter(all -> all.stream().allMatch(m -> m.file().equals(file)));
    if (messages.isEmpty() || !(result.exitCode() == 0 || result.exitCode() == 1)) {
      String said = (result.stdout() + result.stderr()).strip();
      return failed(
          Verdict.Reason.CRASH,
          "Lean printed what is no message: " + said.lines().findFirst().orElse("nothing"));
    }
    boolean clean =
        result.exitCode() == 0 && messages.get().stream().noneMatch(LeanMessage::isError);
    return new Result(Optional.empty(), messages.get(), clean);
  }

  private static Result failed(Verdict.Reason reason, String message) {
    return new Result(Optional.of(new Acceptance.Undecided(reason, message)), List.of(), false);
  }

  @Override
  public void close() {
    scratch.close();
  }
}
