package dev.vmcts.cli;

import dev.vmcts.cli.trace.Export;
import dev.vmcts.cli.trace.ExportFormat;
import dev.vmcts.cli.trace.Layout;
import dev.vmcts.problem.Language;
import dev.vmcts.problem.Problem;
import dev.vmcts.problem.ProblemException;
import dev.vmcts.problem.ProblemReader;
import dev.vmcts.prompt.PromptRenderer;
import dev.vmcts.prompt.PromptStyle;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vmcts trace export}: writes training data. */
@Command(
    name = "export",
    description =
        "Writes training data from traces as JSON Lines, no row twice, each with the place that it is from.",
    sortOptions = false)
final class TraceExportCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "TRACE",
      arity = "1..*",
      description = "Traces, as vmcts synth writes them; also packed with gzip.")
  private List<Path> files = List.of();

  @Option(
      names = "--format",
      paramLabel = "NAME",
      required = true,
      description =
          "sft: verified programs; dpo: pairs of a verified and a rejected step after the same prefix; kto:"
              + " single steps with a label; process: step-level labels and values.")
  private ExportFormat format = ExportFormat.SFT;

  @Option(
      names = "--layout",
      paramLabel = "NAME",
      defaultValue = "plain",
      description =
          "plain: texts; chat: lists of messages (not for process). Default: ${DEFAULT-VALUE}.")
  private Layout layout = Layout.PLAIN;

  @Option(
      names = "--exclude",
      paramLabel = "PATH",
      description =
          "Leave out the problems of PATH: a problem file, a folder of them, or a text file that names one a"
              + " line. Problems are compared by their given text. May be repeated.")
  private List<Path> exclude = new ArrayList<>();

  @Option(
      names = "--prompt-style",
      paramLabel = "NAME",
      description = "How prompts are written. Default: as in the trace.")
  private @Nullable String promptStyle;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where the rows go. Default: standard output.")
  private @Nullable Path output;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws CliException, ProblemException, IOException {
    if (format == ExportFormat.PROCESS && layout == Layout.CHAT) {
      throw CliException.usage(
          "layout is chat; allowed for process: plain, since its steps are a list");
    }
    Set<String> heldOut = new HashSet<>();
    for (Path path : exclude) {
      addHeldOut(path, heldOut, true);
    }
    if (output == null) {
      PrintWriter out = spec.commandLine().getOut();
      write(out, heldOut);
      out.flush();
    } else {
      try (Writer out = Files.newBufferedWriter(output)) {
        write(out, heldOut);
      }
    }
    return ExitCode.SOLVED.status();
  }

  private void write(Writer out, Set<String> heldOut) throws CliException {
    Export export = new Export(format, layout, heldOut, this::prompts, out);
    for (Path file : files) {
      TraceFiles.read(file, () -> {
        export.add(file);
        return file;
      });
    }
    spec.commandLine().getErr().println("vmcts: " + export.summary());
  }

  private PromptRenderer prompts(Problem problem, String style) throws IOException {
    try {
      return new PromptRenderer(
          PromptStyle.named(promptStyle == null ? style : promptStyle),
          new VerifierOptions().verifier(problem.language()).stepReader());
    } catch (CliException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private void addHeldOut(Path path, Set<String> heldOut, boolean list)
      throws CliException, ProblemException, IOException {
    if (Files.isDirectory(path)) {
      try (Stream<Path> files = Files.walk(path)) {
        for (Path file : files.filter(f -> isProblem(f)).sorted().toList()) {
          heldOut.add(Export.key(ProblemReader.read(file)));
        }
      }
    } else if (isProblem(path)) {
      heldOut.add(Export.key(ProblemReader.read(path)));
    } else if (list && Files.isRegularFile(path)) {
      for (String line : Files.readAllLines(path)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          addHeldOut(path.resolveSibling(line.strip()), heldOut, false);
        }
      }
    } else {
      throw CliException.usage(
          path + ": no problem file, folder or list of them; --exclude must not miss one");
    }
  }

  private static boolean isProblem(Path file) {
    return Files.isRegularFile(file)
        && Language.ofFileName(String.valueOf(file.getFileName())).isPresent();
  }
}
