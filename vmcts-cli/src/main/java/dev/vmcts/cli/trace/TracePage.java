package dev.vmcts.cli.trace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vmcts.trace.TraceLines;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a trace as one page that needs nothing else: style, scripts and every event are in it.
 *
 * <p>The parts of the page are resources beside this class, in the folder {@code page}. In constant memory.
 */
public final class TracePage {

  private static final List<String> SCRIPTS =
      List.of("search.js", "picture.js", "outline.js", "details.js", "main.js");

  private TracePage() {}

  /**
   * Writes the page of a trace.
   *
   * @throws IOException if the trace cannot be read or the page cannot be written
   */
  public static void write(Path trace, OutputStream out) throws IOException {
    try (TraceLines lines = TraceLines.open(trace)) {
      String title = lines.header().path("problem").asText().replaceFirst(".*/", "");
      StringBuilder script = new StringBuilder();
      for (String name : SCRIPTS) {
        script.append(part(name));
      }
      String page = part("page.html")
          .replace("%TITLE%", text(title))
          .replace("%STYLE%", part("page.css"))
          .replace("%SCRIPT%", script);
      int data = page.indexOf("%DATA%");
      Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
      writer.write(page.substring(0, data));
      writer.write('[');
      writer.write(inScript(lines.header()));
      for (JsonNode line = lines.next(); line != null; line = lines.next()) {
        writer.write(",\n");
        writer.write(inScript(line));
      }
      writer.write(']');
      writer.write(page.substring(data + "%DATA%".length()));
      writer.flush();
    }
  }

  /** JSON in which nothing can end the script element that it stands in. */
  private static String inScript(JsonNode json) {
    return json.toString().replace("<", "\\u003c");
  }

  private static String text(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  private static String part(String name) throws IOException {
    try (InputStream in = TracePage.class.getResourceAsStream("page/" + name)) {
      if (in == null) {
        throw new IOException("page/" + name + " is missing from this build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
