package dev.vmcts.cli.trace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmcts.cli.trace.TraceTree.Prefix;
import dev.vmcts.problem.Problem;
import dev.vmcts.prompt.PromptRenderer;
import dev.vmcts.text.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Writes training data from traces, a row a line, no row twice.
 *
 * <p>Keeps one trace at a time, and a hash of each row. Not thread-safe.
 */
public final class Export {

  /** Makes the renderer of prompts that suits a trace. */
  public interface Prompts {
    /**
     * A renderer.
     *
     * @param style the prompt style of the trace
     */
    PromptRenderer of(Problem problem, String style) throws IOException;
  }

  private final ExportFormat format;
  private final Layout layout;
  private final Set<String> heldOut;
  private final Prompts prompts;
  private final Writer out;
  private final Set<String> seen = new HashSet<>();
  private long rows;
  private long duplicates;
  private int excluded;
  private int old;

  /**
   * An export.
   *
   * @param heldOut problems that are left out, as {@link #key} has them
   */
  public Export(
      ExportFormat format, Layout layout, Set<String> heldOut, Prompts prompts, Writer out) {
    this.format = format;
    this.layout = layout;
    this.heldOut = Set.copyOf(heldOut);
    this.prompts = prompts;
    this.out = out;
  }

  /** What tells problems apart here: language and given text without white space, whatever their headers say. */
  public static String key(Problem problem) {
    return Sha256.of(
        problem.language() + String.join("\0", problem.given()).replaceAll("\\s+", ""));
  }

  /**
   * Adds what a trace holds.
   *
   * @throws IOException if the trace cannot be read or the rows cannot be written
   */
  public void add(Path trace) throws IOException {
    TraceTree tree = TraceTree.of(trace);
    if (tree == null) {
      old++;
    } else if (heldOut.contains(key(tree.problem()))) {
      excluded++;
    } else {
      PromptRenderer renderer = prompts
          .of(tree.problem(), tree.header().promptStyle())
          .withContext(Objects.requireNonNullElse(tree.header().context(), ""));
      try {
        format.rows(tree, renderer, layout, (row, prefix) -> write(row, prefix, tree, trace));
      } catch (UncheckedIOException e) {
        throw new IOException(e.getMessage(), e);
      }
    }
  }

  private void write(ObjectNode row, Prefix prefix, TraceTree tree, Path trace) {
    if (!seen.add(Sha256.of(row.toString()))) {
      duplicates++;
      return;
    }
    row.putObject("source")
        .put("trace", String.valueOf(trace.getFileName()))
        .put("node", prefix.id())
        .put("problem", tree.header().problem())
        .put("problemSha256", tree.header().problemSha256())
        .put("verifier", tree.header().verifierVersion())
        .put("model", tree.header().model().id())
        .put("seed", tree.header().settings().seed());
    try {
      out.write(row + "\n");
      rows++;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was written and left out, in a line. */
  public String summary() {
    return "%d rows of %s, %d duplicates left out, %d traces of held-out problems, %d traces too old (before 1.2)"
        .formatted(rows, format.name().toLowerCase(Locale.ROOT), duplicates, excluded, old);
  }
}
