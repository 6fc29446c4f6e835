package dev.vmcts.cli;

import dev.vmcts.cli.trace.TracePage;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vmcts trace html}: makes a page of a trace. */
@Command(
    name = "html",
    description =
        "Makes one page, which needs no network, of a trace: the tree, every step with its goals, verdict and"
            + " diagnostics, and a slider that plays the search.")
final class TraceHtmlCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "TRACE",
      description = "A trace, as vmcts synth writes it; also packed with gzip.")
  private Path file;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The page. Default: beside the trace, with the ending .html.")
  private @Nullable Path output;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws CliException {
    Path page = output == null ? TraceFiles.beside(file, ".html") : output;
    TraceFiles.write(file, page, out -> TracePage.write(file, out));
    spec.commandLine().getOut().println(page);
    return ExitCode.SOLVED.status();
  }
}
