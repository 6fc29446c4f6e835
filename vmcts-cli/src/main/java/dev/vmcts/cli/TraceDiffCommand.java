package dev.vmcts.cli;

import dev.vmcts.cli.trace.TraceDiff;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vmcts trace diff}: says where two searches part. */
@Command(
    name = "diff",
    description =
        "Says where two traces part first, and what differs then; times are not compared. Exit status 14 when"
            + " they tell different searches.")
final class TraceDiffCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "A", description = "A trace.")
  private Path a;

  @Parameters(index = "1", paramLabel = "B", description = "Another trace.")
  private Path b;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws CliException {
    TraceFiles.read(a, () -> a);
    TraceDiff diff = TraceFiles.read(b, () -> TraceDiff.of(a, b));
    spec.commandLine().getOut().println(json ? diff.json().toString() : diff.lines());
    return (diff.same() ? ExitCode.SOLVED : ExitCode.DIFFERENT).status();
  }
}
