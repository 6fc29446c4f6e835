package dev.vmcts.cli;

import dev.vmcts.cli.suite.Imported;
import dev.vmcts.cli.suite.Suite;
import dev.vmcts.cli.suite.SuiteException;
import dev.vmcts.problem.ProblemException;
import dev.vmcts.problem.ProblemReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vmcts problem import}: problem files out of a local checkout of a suite. */
@Command(
    name = "import",
    description =
        "Makes problem files out of a local checkout of a suite; each names the file and the commit that it is from."
            + " Imported problems have no mutants; the license of the suite goes on to hold for them.",
    sortOptions = false)
final class ProblemImportCommand implements Callable<Integer> {

  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

  @Parameters(
      index = "0",
      paramLabel = "SUITE",
      description = "Whose files they are: ${COMPLETION-CANDIDATES}.")
  private Suite suite = Suite.DAFNYBENCH;

  @Parameters(index = "1", paramLabel = "CHECKOUT", description = "The folder of the checkout.")
  private Path checkout;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      required = true,
      description = "Folder for the problem files; made when it is not there.")
  private Path output;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws CliException, IOException {
    if (!Files.isDirectory(checkout)) {
      throw CliException.usage(checkout + ": no such folder");
    }
    List<Path> files = suite.files(checkout);
    if (files.isEmpty()) {
      throw CliException.usage(checkout + ": no file of this suite; looked for " + suite.layout());
    }
    Path folder = OutputFolder.prepare(output);
    String commit = commit();
    int written = 0;
    for (Path file : files) {
      Path inside = checkout.relativize(file);
      String source = "From " + suite.name().toLowerCase(Locale.ROOT) + ", " + inside + commit;
      try {
        for (Imported problem : suite.read(file)) {
          String text = problem.text(source);
          ProblemReader.parse(problem.fileName(), problem.language(), text);
          Files.writeString(folder.resolve(problem.fileName()), text);
          written++;
        }
      } catch (SuiteException | ProblemException e) {
        spec.commandLine().getErr().println("vmcts: " + inside + " is left out: " + e.getMessage());
      } catch (CharacterCodingException e) {
        spec.commandLine().getErr().println("vmcts: " + inside + " is left out: not UTF-8 text");
      }
    }
    spec.commandLine().getOut().println(written + " problems in " + folder);
    return written == 0 ? ExitCode.MALFORMED.status() : ExitCode.SOLVED.status();
  }

  /** Which commit is checked out, when Git says so in the usual place. */
  private String commit() throws IOException {
    Path head = checkout.resolve(".git").resolve("HEAD");
    if (!Files.isRegularFile(head)) {
      return "";
    }
    String at = Files.readString(head).strip();
    Path ref = checkout.resolve(".git").resolve(at.replaceFirst("^ref: ", ""));
    String named = Files.isRegularFile(ref) ? Files.readString(ref).strip() : at;
    Matcher commit = COMMIT.matcher(named);
    return commit.matches() ? ", commit " + named : "";
  }
}
