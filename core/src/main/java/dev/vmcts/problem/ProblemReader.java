package dev.vmcts.problem;

import dev.vmcts.problem.SourceScanner.Comment;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads problem files: finds the header, the marked holes, and in a user's own file the holes that the language itself
 * marks, such as {@code Admitted.}, {@code sorry} and bodies that are missing.
 */
public final class ProblemReader {

  private static final long MAX_BYTES = 8L << 20;
  private static final Pattern HEADER =
      Pattern.compile("---[ \\t]*\\R(.*?)(?:^|\\R)---\\s*", Pattern.DOTALL);
  private static final Pattern MARKER =
      Pattern.compile("\\s*vmcts\\s*:\\s*(.*?)\\s*", Pattern.DOTALL);

  private final String file;
  private final Language language;
  private final String text;
  private final List<Comment> comments;

  private record Region(int start, int end, String reference) {}

  private ProblemReader(String file, Language language, String text) {
    this.file = file;
    this.language = language;
    this.text = text;
    this.comments = SourceScanner.of(language).comments(text);
  }

  /**
   * Reads a file.
   *
   * @throws ProblemException if it cannot be read or is no problem file
   */
  public static Problem read(Path file) throws ProblemException {
    String name = file.toString();
    Language language = Language.ofFileName(name)
        .orElseThrow(() -> new ProblemException(
            name,
            "the language is told by the extension; allowed: "
                + Arrays.stream(Language.values())
                    .map(Language::extension)
                    .collect(Collectors.joining(", "))));
    if (!Files.exists(file)) {
      throw new ProblemException(name, "no such file");
    }
    if (!Files.isRegularFile(file)) {
      throw new ProblemException(name, "not a file");
    }
    try {
      long size = Files.size(file);
      if (size > MAX_BYTES) {
        throw new ProblemException(
            name, "the file has " + size + " bytes; allowed: at most " + MAX_BYTES);
      }
      return parse(name, language, decode(name, Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new ProblemException(name, "cannot be read: " + e.getMessage());
    }
  }

  /** Reads a text; {@code name} is what messages call it. */
  public static Problem parse(String name, Language language, String text) throws ProblemException {
    return new ProblemReader(name, language, text).problem();
  }

  private static String decode(String name, byte[] bytes) throws ProblemException {
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.indexOf('\0') >= 0) {
        throw new ProblemException(
            name, Position.of(text, text.indexOf('\0')), "a NUL character: not a source file");
      }
      return text;
    } catch (CharacterCodingException e) {
      throw new ProblemException(name, "not UTF-8 text; save the file as UTF-8");
    }
  }

  private Problem problem() throws ProblemException {
    for (Comment comment : comments) {
      if (!comment.closed()) {
        throw fault(comment.start(), "this comment is never closed");
      }
    }
    Header header = header();
    List<Region> regions = new ArrayList<>(marked());
    regions.addAll(implied(regions));
    regions.sort(Comparator.comparingInt(Region::start));
    if (regions.isEmpty()) {
      throw new ProblemException(
          file,
          "no hole; mark one with " + marker("hole") + " and " + marker("end") + ", or leave "
              + ImpliedHoles.example(language));
    }
    List<String> given = new ArrayList<>();
    List<Hole> holes = new ArrayList<>();
    int from = 0;
    for (Region region : regions) {
      given.add(text.substring(from, region.start()));
      Position at = Position.of(text, region.start());
      holes.add(new Hole(holes.size(), at.line(), at.column(), region.reference()));
      from = region.end();
    }
    given.add(text.substring(from));
    return new Problem(file, language, header, given, holes);
  }

  private Header header() throws ProblemException {
    Optional<Header> header = Optional.empty();
    for (Comment comment : comments) {
      String body = headerBody(comment);
      if (!body.startsWith("---")) {
        continue;
      }
      if (header.isPresent()) {
        throw fault(comment.start(), "a second header; a file has at most one");
      }
      Matcher matcher = HEADER.matcher(body);
      if (!matcher.matches()) {
        throw fault(
            comment.start(), "the header must start with a line --- and end with a line ---");
      }
      if (!text.substring(0, comment.start()).isBlank()) {
        throw fault(comment.start(), "the header must stand at the start of the file");
      }
      int line = Position.of(text, comment.start()).line() + 1;
      line += body.length() < comment.body().length() ? 1 : 0;
      header = Optional.of(new HeaderParser(file, matcher.group(1), line).parse());
    }
    return header.orElse(Header.NONE);
  }

  /** In Lean the three hyphens stand on a line of their own, since a comment that starts with them documents what follows. */
  private String headerBody(Comment comment) {
    return language == Language.LEAN
        ? comment.body().replaceFirst("^[ \\t]*\\R", "")
        : comment.body();
  }

  private List<Region> marked() throws ProblemException {
    List<Region> regions = new ArrayList<>();
    Comment open = null;
    for (Comment comment : comments) {
      Matcher matcher = MARKER.matcher(comment.body());
      if (!matcher.matches()) {
        continue;
      }
      switch (matcher.group(1)) {
        case "hole" -> {
          if (open != null) {
            throw fault(
                comment.start(),
                "a hole inside the hole of line "
                    + Position.of(text, open.start()).line() + "; close that with "
                    + marker("end"));
          }
          open = comment;
        }
        case "end" -> {
          if (open == null) {
            throw fault(comment.start(), "no hole is open here; " + marker("hole") + " opens one");
          }
          int start = open.end();
          int end = comment.start();
          regions.add(new Region(start, end, text.substring(start, end)));
          open = null;
        }
        default ->
          throw fault(
              comment.start(),
              "unknown marker 'vmcts: " + matcher.group(1) + "'; allowed: vmcts: hole, vmcts: end");
      }
    }
    if (open != null) {
      throw fault(open.start(), "this hole is never closed; close it with " + marker("end"));
    }
    return regions;
  }

  /** The holes that the language itself marks, outside the marked ones. */
  private List<Region> implied(List<Region> marked) {
    StringBuilder code = new StringBuilder(text);
    comments.forEach(c -> blank(code, c.start(), c.end()));
    marked.forEach(r -> blank(code, r.start(), r.end()));
    return ImpliedHoles.of(language, code.toString(), marked.isEmpty()).stream()
        .map(span -> new Region(span.start(), span.end(), ""))
        .toList();
  }

  private static void blank(StringBuilder code, int start, int end) {
    for (int i = start; i < end; i++) {
      code.setCharAt(i, ' ');
    }
  }

  private String marker(String word) {
    return switch (language) {
      case COQ -> "(* vmcts: " + word + " *)";
      case DAFNY -> "// vmcts: " + word;
      case LEAN -> "-- vmcts: " + word;
    };
  }

  private ProblemException fault(int index, String message) {
    return new ProblemException(file, Position.of(text, index), message);
  }
}
