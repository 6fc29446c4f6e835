package dev.vmcts.cli.sweep;

import dev.vmcts.problem.Language;
import dev.vmcts.problem.Mutant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the problem files that a plan names: a file, a folder with all below it, or a pattern such as {@code a/*.v}. */
final class ProblemPattern {

  private static final String SPECIAL = ".*[*?\\[{].*";

  private ProblemPattern() {}

  /**
   * The files by their names, in the order of the names.
   *
   * @param folder that the pattern is relative to
   * @param pattern with slashes, in the form of {@link java.nio.file.FileSystem#getPathMatcher} with {@code glob}
   * @throws IOException if nothing is found; the message says so
   */
  static Map<String, Path> files(Path folder, String pattern) throws IOException {
    Path named = pattern.matches(SPECIAL) ? null : folder.resolve(pattern);
    if (named != null && Files.isRegularFile(named)) {
      return Map.of(pattern, named);
    }
    if (named != null && !Files.isDirectory(named)) {
      throw new IOException(named + ": no such file or folder");
    }
    String base = named == null ? pattern.replaceFirst("[^/]*[*?\\[{].*", "") : pattern;
    base = base.isEmpty() || base.endsWith("/") ? base : base + "/";
    String rest = named == null ? pattern.substring(base.length()) : "**";
    Path from = folder.resolve(base);
    Map<String, Path> found = new LinkedHashMap<>();
    for (Path file : below(from, matcher(pattern, rest))) {
      found.put(base + from.relativize(file).toString().replace('\\', '/'), file);
    }
    if (found.isEmpty()) {
      throw new IOException("'" + pattern + "' fits no problem file in " + from.toAbsolutePath()
          + "; allowed: .v, .dfy, .lean");
    }
    return found;
  }

  private static PathMatcher matcher(String pattern, String rest) throws IOException {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + rest);
    } catch (PatternSyntaxException e) {
      throw new IOException("'" + pattern + "' is no pattern: " + e.getDescription(), e);
    }
  }

  private static List<Path> below(Path from, PathMatcher matcher) throws IOException {
    if (!Files.isDirectory(from)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(from)) {
      return files
          .filter(file -> matcher.matches(from.relativize(file)))
          .filter(file -> Language.ofFileName(file.toString()).isPresent())
          .filter(file -> Files.isRegularFile(file) && !Mutant.isOne(file))
          .sorted()
          .collect(Collectors.toList());
    } catch (UncheckedIOException e) {
      throw new IOException(from + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
