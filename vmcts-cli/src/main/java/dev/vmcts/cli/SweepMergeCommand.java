package dev.vmcts.cli;

import dev.vmcts.cli.sweep.PairedBootstrap;
import dev.vmcts.cli.sweep.SweepData;
import dev.vmcts.cli.sweep.SweepException;
import dev.vmcts.cli.sweep.SweepFolder;
import dev.vmcts.cli.sweep.SweepMerge;
import dev.vmcts.cli.sweep.SweepReports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vmcts sweep merge}: joins the parts of a sweep. */
@Command(
    name = "merge",
    description =
        "Joins the folders of a sweep's shards: runs, traces (copied) and reports. A run that several folders have is"
            + " kept once; nothing is written if folders contradict each other.",
    sortOptions = false)
final class SweepMergeCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "DIR",
      arity = "1..*",
      description = "Folders that vmcts sweep --shard I/N wrote to.")
  private List<Path> parts = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      required = true,
      description = "Folder for the whole; what it has from an earlier merge is kept.")
  private Path output;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws CliException, SweepException, IOException {
    List<SweepFolder> folders = parts.stream().map(SweepFolder::new).toList();
    for (SweepFolder part : folders) {
      part.read();
    }
    SweepFolder into = new SweepFolder(OutputFolder.prepare(output));
    SweepData data = SweepMerge.merge(folders, into);
    spec.commandLine().getOut().print(SweepReports.write(into, data, PairedBootstrap.DEFAULT));
    spec.commandLine().getOut().flush();
    long missing = data.manifest().planned() - data.runs().size();
    if (missing > 0) {
      spec.commandLine()
          .getErr()
          .println("vmcts: " + missing
              + " runs are missing; the sweep's command without --shard and with -o " + output
              + " does them");
    }
    return ExitCode.SOLVED.status();
  }
}
