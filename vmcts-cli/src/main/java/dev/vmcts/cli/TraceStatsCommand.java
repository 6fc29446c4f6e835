package dev.vmcts.cli;

import dev.vmcts.cli.trace.StatsText;
import dev.vmcts.cli.trace.TraceStats;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vmcts trace stats}: counts what a search spent, on what. */
@Command(
    name = "stats",
    description =
        "Counts time and tokens by phase, verdicts, the shape of the tree and what the model's cache saved.")
final class TraceStatsCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "TRACE",
      description = "A trace, as vmcts synth writes it; also packed with gzip.")
  private Path file;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws CliException {
    TraceStats stats = TraceFiles.read(file, () -> TraceStats.of(file));
    spec.commandLine()
        .getOut()
        .println(json ? StatsText.json(stats).toString() : StatsText.lines(stats));
    return ExitCode.SOLVED.status();
  }
}
