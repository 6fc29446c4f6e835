package dev.vmcts.cli;

import dev.vmcts.cli.trace.TraceTimeline;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vmcts trace timeline}: makes a time line of a trace. */
@Command(
    name = "timeline",
    description =
        "Makes a time line in the format of Chrome and Perfetto (ui.perfetto.dev, chrome://tracing): model,"
            + " verifier and search are tracks.")
final class TraceTimelineCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "TRACE",
      description = "A trace, as vmcts synth writes it; also packed with gzip.")
  private Path file;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The time line. Default: beside the trace, with the ending .timeline.json.")
  private @Nullable Path output;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws CliException {
    Path line = output == null ? TraceFiles.beside(file, ".timeline.json") : output;
    TraceFiles.write(file, line, out -> TraceTimeline.write(file, out));
    spec.commandLine().getOut().println(line);
    return ExitCode.SOLVED.status();
  }
}
