package dev.vmcts.problem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A wrong solution that a problem must refuse: the problem file with something else in its holes.
 *
 * <p>The mutants of {@code FOLDER/NAME.v} are the {@code .v} files in {@code FOLDER/mutants/NAME}.
 *
 * @param name its file name without the extension, which says what is wrong
 * @param fills the text of each hole of the problem
 */
public record Mutant(String name, List<String> fills) {

  public Mutant {
    fills = List.copyOf(fills);
  }

  /** The folder in which the mutants of a problem file lie; it need not be there. */
  public static Path folder(Path problemFile) {
    String file = String.valueOf(problemFile.getFileName());
    int dot = file.lastIndexOf('.');
    return problemFile.resolveSibling("mutants").resolve(dot < 0 ? file : file.substring(0, dot));
  }

  /** Whether a file lies among the mutants of some problem. */
  public static boolean isOne(Path file) {
    Path parent = file.toAbsolutePath().normalize().getParent();
    Path above = parent == null ? null : parent.getParent();
    return above != null && above.endsWith("mutants");
  }

  /**
   * Reads the mutants of a problem, in the order of their names.
   *
   * @throws ProblemException if one cannot be read, changes given text, or is the reference solution
   */
  public static List<Mutant> of(Path problemFile, Problem problem) throws ProblemException {
    List<Mutant> mutants = new ArrayList<>();
    for (Path file : files(folder(problemFile), problem.language())) {
      Problem changed = ProblemReader.read(file);
      if (!changed.given().equals(problem.given())) {
        throw new ProblemException(
            file.toString(),
            "its text outside the holes is not that of " + problemFile
                + "; it must be the same byte for byte, so copy it again");
      }
      if (changed.reference().equals(problem.reference())) {
        throw new ProblemException(
            file.toString(), "its holes hold the reference solution; a mutant is a wrong one");
      }
      String name = String.valueOf(file.getFileName());
      mutants.add(new Mutant(name.substring(0, name.lastIndexOf('.')), changed.reference()));
    }
    return mutants;
  }

  private static List<Path> files(Path folder, Language language) throws ProblemException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.toString().endsWith(language.extension()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new ProblemException(folder.toString(), "cannot be read: " + e.getMessage());
    }
  }
}
