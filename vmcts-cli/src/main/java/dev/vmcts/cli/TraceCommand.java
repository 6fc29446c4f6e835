package dev.vmcts.cli;

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
    description = "Looks at the traces that searches write; vmcts synth --resume goes on with one.",
    subcommands = {
      TraceCommand.Show.class,
      TraceStatsCommand.class,
      TraceHtmlCommand.class,
      TraceTimelineCommand.class,
      TraceVerifyCommand.class,
      TraceDiffCommand.class,
      TraceExportCommand.class
    })
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

    @Option(
        names = "--depth",
        paramLabel = "N",
        defaultValue = "10000",
        description = "Only prefixes of at most so many steps.")
    private int depth;

    @Option(
        names = "--visits",
        paramLabel = "N",
        defaultValue = "0",
        description = "Only prefixes that were visited at least so often.")
    private int visits;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws CliException {
      TraceView view = TraceFiles.read(file, () -> TraceView.of(file));
      TraceView.Filter filter = new TraceView.Filter(path, depth, visits);
      String text = json ? view.json() : view.tree(filter) + "\n" + view.summary();
      spec.commandLine().getOut().println(text);
      return ExitCode.SOLVED.status();
    }
  }
}
