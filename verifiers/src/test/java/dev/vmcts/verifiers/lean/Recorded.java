package dev.vmcts.verifiers.lean;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a real Lean 4.27 was recorded to say. */
final class Recorded {

  static final Path FOLDER = Path.of("src", "test", "resources", "lean", "transcripts");

  private Recorded() {}

  /** The names of the recorded inputs that start so. */
  static List<String> cases(String start) {
    try (Stream<Path> files = Files.list(FOLDER.resolve("cases"))) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.startsWith(start) && f.endsWith(".lean"))
          .map(f -> f.replace(".lean", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String input(String name) {
    return text("cases/" + name + ".lean");
  }

  static List<LeanMessage> messages(String name) {
    return LeanMessage.parse(text("cases/" + name + ".out")).orElseThrow();
  }

  /** The messages as the server would send them. */
  static List<LeanDiagnostic> diagnostics(String name) {
    String input = input(name);
    return messages(name).stream()
        .map(m -> new LeanDiagnostic(
            m.isError(),
            index(input, m.line(), m.column()),
            m.endLine() < 0 ? input.length() : index(input, m.endLine(), m.endColumn()),
            m.text()))
        .toList();
  }

  static String text(String file) {
    try {
      return Files.readString(FOLDER.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int index(String text, int line, int column) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      start = text.indexOf('\n', start) + 1;
    }
    return text.offsetByCodePoints(
        start, Math.min(column, text.codePointCount(start, text.length())));
  }
}
