package dev.vmcts.cli;

import dev.vmcts.problem.Language;
import dev.vmcts.problem.Mutant;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vmcts problem new}: begins a problem with one that passes its check, to be changed bit by bit. */
@Command(
    name = "new",
    description =
        "Writes FILE, a small whole problem in the language of its extension, and three mutants beside it. It passes"
            + " 'vmcts problem check'; change it bit by bit and keep it so.",
    sortOptions = false)
final class ProblemNewCommand implements Callable<Integer> {

  private static final List<String> MUTANTS = List.of("identity", "off_by_one", "unproven");

  @Parameters(paramLabel = "FILE", description = "The file to write; it must not be there yet.")
  private Path file;

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      defaultValue = "Doubling a number",
      description = "One line that says what the problem is about. Default: ${DEFAULT-VALUE}.")
  private String title = "";

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws CliException {
    Language language = Language.ofFileName(file.toString())
        .orElseThrow(() -> CliException.usage(
            file + ": the language is told by the extension; allowed: .v, .dfy, .lean"));
    if (title.isBlank() || !title.matches("[\\p{L}\\p{N} ,.'+=<>/-]+")) {
      throw CliException.usage(
          "--title is '" + title + "'; allowed: letters, digits, spaces and , . ' + = < > / -");
    }
    Path mutants = Mutant.folder(file);
    write(file, text(language, "problem"));
    for (String mutant : MUTANTS) {
      write(mutants.resolve(mutant + language.extension()), text(language, mutant));
    }
    spec.commandLine().getOut().printf("%s and %d mutants in %s%n", file, MUTANTS.size(), mutants);
    return ExitCode.SOLVED.status();
  }

  private String text(Language language, String name) throws CliException {
    String resource = "new/" + name + language.extension();
    try (InputStream in = ProblemNewCommand.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new CliException(ExitCode.INTERNAL, resource + " is not in this build of vmcts");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("TITLE", "\"" + title + "\"");
    } catch (IOException e) {
      throw new CliException(ExitCode.INTERNAL, resource + " cannot be read", e);
    }
  }

  private static void write(Path to, String text) throws CliException {
    if (Files.exists(to)) {
      throw CliException.usage(to + " is already there; choose another name");
    }
    try {
      Path folder = to.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(to, text, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw CliException.usage(to + ": cannot be written; choose another place", e);
    }
  }
}
