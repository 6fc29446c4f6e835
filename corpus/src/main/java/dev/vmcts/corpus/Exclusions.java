package dev.vmcts.corpus;

import dev.vmcts.problem.Language;
import dev.vmcts.problem.SourceScanner;
import dev.vmcts.verifiers.coq.CoqStepReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The statements of problem files, which must not be in a corpus. */
final class Exclusions {

  private Exclusions() {}

  /** The fingerprint of every statement in the Coq files under a folder, mutants excepted, with its file; none without such a folder. */
  static Map<String, Path> of(Path folder) throws IOException {
    Map<String, Path> fingerprints = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return fingerprints;
    }
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files = found
          .filter(f -> f.toString().endsWith(".v") && !isMutant(f))
          .sorted()
          .toList();
    }
    for (Path file : files) {
      String code = SourceScanner.of(Language.COQ).withoutComments(Files.readString(file));
      Fingerprint.ofStatements(new CoqStepReader().split(code))
          .forEach(f -> fingerprints.put(f, file));
    }
    return fingerprints;
  }

  private static boolean isMutant(Path file) {
    for (Path part : file) {
      if (part.toString().equals("mutants")) {
        return true;
      }
    }
    return false;
  }
}
