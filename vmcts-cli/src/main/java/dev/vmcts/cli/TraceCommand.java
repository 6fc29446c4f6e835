package dev.vmcts.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vmcts trace}: looks at search traces. */
@Command(
    name = "trace",
    description = "Looks at the traces that searches write.",
    subcommands = TraceCommand.Show.class)
final class TraceCommand implements Runnable {

  @Spec
  private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** {@code vmcts trace show}: draws the tree and says where the time and the tokens went. */
  @Command(
      name = "show",
      description = "Draws the tree of a trace and says where the time and the tokens went.")
  static final class Show implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A trace, as vmcts synth writes it.")
    private Path file;

    @Option(
        names = "--json",
        description = "Print the summary as one JSON object, without the tree.")
    private boolean json;

    @Option(
        names = "--path",
        description =
            "Only the path to the solution, or to the deepest prefix, and what was spent.")
    private boolean path;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws CliException, IOException {
      if (!Files.isRegularFile(file)) {
        throw new CliException(ExitCode.USAGE, file + ": no such file; vmcts synth writes traces");
      }
      TraceView view = read();
      String text = json ? view.json() : view.tree(path) + "\n" + view.summary();
      spec.commandLine().getOut().println(text);
      return ExitCode.SOLVED.status();
    }

    private TraceView read() throws CliException {
      try {
        return TraceView.of(file);
      } catch (IOException e) {
        throw new CliException(
            ExitCode.USAGE, e.getMessage() == null ? file + ": cannot be read" : e.getMessage(), e);
      }
    }
  }
}
