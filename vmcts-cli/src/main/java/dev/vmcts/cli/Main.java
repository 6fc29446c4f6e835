package dev.vmcts.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code vmcts}. */
@Command(
    name = "vmcts",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    description =
        "Fills the holes of a Coq, Dafny or Lean file; the stock verifier judges every step.",
    subcommands = {
      SynthCommand.class,
      VerifyCommand.class,
      SweepCommand.class,
      ProblemCommand.class,
      PromptCommand.class,
      ModelCommand.class,
      NativeCommand.class,
      TraceCommand.class,
      DoctorCommand.class
    },
    usageHelpAutoWidth = true)
public final class Main implements Runnable {

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "On errors, print the stack trace too (also: VMCTS_DEBUG=1).")
  private boolean debug;

  @Spec
  private CommandSpec spec;

  private Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String... args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    Interruption interruption = Interruption.ofThisThread();
    int status = run(out, err, interruption::asked, args);
    out.flush();
    err.flush();
    interruption.commandEnded();
    System.exit(status);
  }

  /** Runs the command and returns its exit status. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    return run(out, err, () -> false, args);
  }

  private static int run(
      PrintWriter out, PrintWriter err, BooleanSupplier interrupted, String... args) {
    Main main = new Main();
    CommandLine line = new CommandLine(main);
    line.getHelpSectionMap()
        .put(CommandLine.Model.UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST, ExitCodes::render);
    return line.setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setAbbreviatedOptionsAllowed(false)
        .setParameterExceptionHandler(Errors::wrongUse)
        .setExecutionExceptionHandler((e, command, parsed) -> interrupted.getAsBoolean()
            ? Errors.interrupted(command)
            : Errors.failed(e, command, main.debug()))
        .execute(args);
  }

  private boolean debug() {
    return debug || "1".equals(System.getenv("VMCTS_DEBUG"));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "no command; allowed: " + String.join(", ", spec.subcommands().keySet()));
  }
}
