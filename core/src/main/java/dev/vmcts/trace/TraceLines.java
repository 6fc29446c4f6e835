package dev.vmcts.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a trace one after the other, in constant memory; gzip is understood by its first bytes.
 *
 * <p>A last line that was cut off by a kill is passed over, and so is the end of a cut-off gzip file. Not thread-safe.
 */
public final class TraceLines implements Closeable {

  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;
  private final BufferedReader in;
  private final JsonNode header;
  private long number = 1;
  private @Nullable String next;

  private TraceLines(Path file, BufferedReader in) throws IOException {
    this.file = file;
    this.in = in;
    String first = in.readLine();
    next = in.readLine();
    header = checked(file, first == null ? null : parse(first));
  }

  /**
   * Opens a trace and reads its header.
   *
   * @throws IOException if the file cannot be read, is no trace, or is of a newer major version; the message says where
   */
  public static TraceLines open(Path file) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    try {
      raw.mark(2);
      boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
      raw.reset();
      InputStream plain = gzip ? new Unpacked(raw) : raw;
      // A decoder that replaces what is no UTF-8: a kill may cut a character in two.
      return new TraceLines(
          file, new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  /** The first line. */
  public JsonNode header() {
    return header;
  }

  /** The number of the line that was given last, from 1. */
  public long number() {
    return number;
  }

  /**
   * The next line after the header; null at the end.
   *
   * @throws IOException if the file cannot be read, or a line that is not the last is no JSON; the message says where
   */
  public @Nullable JsonNode next() throws IOException {
    String line = next;
    if (line == null) {
      return null;
    }
    number++;
    next = in.readLine();
    return parse(line);
  }

  private @Nullable JsonNode parse(String line) throws IOException {
    try {
      JsonNode node = JSON.readTree(line);
      if (node.isObject()) {
        return node;
      } else if (next == null) {
        return null;
      }
      throw new IOException(file + ":" + number + ": no JSON object");
    } catch (JsonProcessingException e) {
      if (next != null) {
        throw new IOException(file + ":" + number + ": no JSON: " + e.getOriginalMessage(), e);
      }
      return null;
    }
  }

  /** A packed stream that may be cut off: it then ends there. */
  private static final class Unpacked extends FilterInputStream {
    private Unpacked(InputStream packed) throws IOException {
      super(new GZIPInputStream(packed, 1 << 16));
    }

    @Override
    public int read() throws IOException {
      try {
        return super.read();
      } catch (EOFException e) {
        return -1;
      }
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
      try {
        return super.read(to, from, length);
      } catch (EOFException e) {
        return -1;
      }
    }
  }

  private static JsonNode checked(Path file, @Nullable JsonNode header) throws IOException {
    if (header == null || !header.path("event").asText().equals("header")) {
      throw new IOException(
          file + ":1: no trace: the first line must be a header; vmcts synth writes traces");
    }
    String version = header.path("version").asText();
    String major = TraceHeader.VERSION.substring(0, TraceHeader.VERSION.indexOf('.') + 1);
    if (!version.startsWith(major)) {
      throw new IOException(
          file + ":1: trace version '" + version + "'; this vmcts reads " + major + "x");
    }
    return header;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
