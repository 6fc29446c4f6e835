package dev.vmcts.cli;

import dev.vmcts.cli.sweep.PairedBootstrap;
import dev.vmcts.cli.sweep.SweepData;
import dev.vmcts.cli.sweep.SweepException;
import dev.vmcts.cli.sweep.SweepFolder;
import dev.vmcts.cli.sweep.SweepReports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vmcts sweep report}: writes the reports of a sweep again. */
@Command(
    name = "report",
    description =
        "Writes the reports of a sweep again, from its runs: report.md, report.html, the curves as SVG files, runs.csv,"
            + " summary.json, junit.xml. Prints report.md.",
    sortOptions = false)
final class SweepReportCommand implements Callable<Integer> {

  @Parameters(paramLabel = "DIR", description = "Folder that vmcts sweep wrote to.")
  private Path folder;

  @Option(
      names = "--resamples",
      paramLabel = "N",
      defaultValue = "10000",
      description =
          "How often problems are drawn for the intervals of differences. Default: ${DEFAULT-VALUE}.")
  private int resamples;

  @Option(
      names = "--bootstrap-seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of that drawing. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws CliException, SweepException, IOException {
    PairedBootstrap bootstrap;
    try {
      bootstrap = new PairedBootstrap(resamples, seed);
    } catch (IllegalArgumentException e) {
      throw CliException.usage("--" + e.getMessage(), e);
    }
    SweepFolder sweep = new SweepFolder(folder);
    SweepData data = sweep.read();
    OutputFolder.prepare(folder);
    spec.commandLine().getOut().print(SweepReports.write(sweep, data, bootstrap));
    spec.commandLine().getOut().flush();
    return ExitCode.SOLVED.status();
  }
}
