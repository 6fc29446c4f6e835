package dev.vmcts.cli.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A suite of problems that others made, as its checkout has it on disk. */
public enum Suite {
  DAFNYBENCH("ground_truth/NAME.dfy beside hints_removed/NAME_no_hints.dfy") {
    @Override
    boolean has(Path file) {
      return in(file, "ground_truth") && fileName(file).endsWith(".dfy");
    }

    @Override
    public List<Imported> read(Path file) throws IOException, SuiteException {
      return List.of(DafnyBodies.withoutHints(file));
    }
  },
  CLOVER("NAME_strong.dfy") {
    @Override
    boolean has(Path file) {
      return fileName(file).endsWith("_strong.dfy") && !file.toString().contains("incorrect");
    }

    @Override
    public List<Imported> read(Path file) throws IOException, SuiteException {
      return List.of(DafnyBodies.allOf(file));
    }
  },
  VERINA("NAME/task.lean") {
    @Override
    boolean has(Path file) {
      return fileName(file).equals("task.lean");
    }

    @Override
    public List<Imported> read(Path file) throws IOException, SuiteException {
      return List.of(LeanSections.verina(file));
    }
  },
  CLEVER("human_eval/problem_N.lean") {
    @Override
    boolean has(Path file) {
      return in(file, "human_eval") && fileName(file).matches("problem_\\d+\\.lean");
    }

    @Override
    public List<Imported> read(Path file) throws IOException, SuiteException {
      return List.of(LeanSections.clever(file));
    }
  },
  MINIF2F(".lean files with 'theorem NAME ... := by sorry'") {
    @Override
    boolean has(Path file) {
      return fileName(file).endsWith(".lean");
    }

    @Override
    public List<Imported> read(Path file) throws IOException {
      return LeanTheorems.of(file);
    }
  };

  private final String layout;

  Suite(String layout) {
    this.layout = layout;
  }

  /** What its files look like, for people. */
  public String layout() {
    return layout;
  }

  abstract boolean has(Path file);

  /**
   * The problems in a file of the suite; none in a file without theorems.
   *
   * @throws SuiteException if the file has nothing that could be left out
   */
  public abstract List<Imported> read(Path file) throws IOException, SuiteException;

  /** The files of the suite in a checkout. */
  public List<Path> files(Path checkout) throws IOException {
    try (Stream<Path> files = Files.walk(checkout)) {
      return files.filter(f -> Files.isRegularFile(f) && has(f)).sorted().toList();
    }
  }

  private static boolean in(Path file, String folder) {
    Path parent = file.toAbsolutePath().getParent();
    return parent != null && parent.endsWith(folder);
  }

  private static String fileName(Path file) {
    return String.valueOf(file.getFileName());
  }
}
