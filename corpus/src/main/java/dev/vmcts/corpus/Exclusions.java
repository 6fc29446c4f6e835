package dev.vmcts.corpus;

import dev.vmcts.problem.Hole;
import dev.vmcts.problem.Language;
import dev.vmcts.problem.ProblemException;
import dev.vmcts.problem.ProblemReader;
import dev.vmcts.problem.SourceScanner;
import dev.vmcts.verifiers.coq.CoqStepReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statements of problem files, which must not be in a corpus. */
final class Exclusions {

  private Exclusions() {}

  /** The fingerprint of every statement, and every function to be written, in the Coq files under a folder, mutants excepted, with its file; none without such a folder. */
  static Map<String, Path> of(Path folder) throws IOException {
    Map<String, Path> fingerprints = new TreeMap<>();
    for (Path file : files(folder, Language.COQ)) {
      String code = SourceScanner.of(Language.COQ).withoutComments(Files.readString(file));
      List<String> sentences = new CoqStepReader().split(code);
      Fingerprint.ofStatements(sentences).forEach(f -> fingerprints.put(f, file));
      Fingerprint.ofFunctions(sentences, written(file)).forEach(f -> fingerprints.put(f, file));
    }
    return fingerprints;
  }

  /** The reference text of a problem's holes. */
  private static String written(Path file) throws IOException {
    try {
      return ProblemReader.read(file).holes().stream()
          .map(Hole::reference)
          .collect(Collectors.joining("\n"));
    } catch (ProblemException e) {
      throw new IOException(file + " is no problem file", e);
    }
  }

  /** The same for the contracts in Dafny files. */
  static Map<String, Path> ofDafny(Path folder) throws IOException {
    Map<String, Path> fingerprints = new TreeMap<>();
    for (Path file : files(folder, Language.DAFNY)) {
      String code = SourceScanner.of(Language.DAFNY).withoutComments(Files.readString(file));
      DafnyFingerprint.ofContracts(code).forEach(f -> fingerprints.put(f, file));
    }
    return fingerprints;
  }

  private static List<Path> files(Path folder, Language language) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(folder)) {
      return found
          .filter(f -> f.toString().endsWith(language.extension()) && !isMutant(f))
          .sorted()
          .toList();
    }
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
