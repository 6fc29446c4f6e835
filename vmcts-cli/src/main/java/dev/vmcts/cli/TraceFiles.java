package dev.vmcts.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reading traces and writing what is made of them, each failure a usage error in one line. */
final class TraceFiles {

  /** Reads or writes something. */
  interface Work<T> {
    T run() throws IOException;
  }

  /** Writes to a stream. */
  interface Output {
    void write(OutputStream out) throws IOException;
  }

  private TraceFiles() {}

  /** Reads a trace. */
  static <T> T read(Path file, Work<T> work) throws CliException {
    if (!Files.isRegularFile(file)) {
      throw CliException.usage(file + ": no such file; vmcts synth writes traces");
    }
    try {
      return work.run();
    } catch (IOException | IllegalArgumentException e) {
      throw CliException.usage(
          e.getMessage() == null ? file + ": cannot be read" : e.getMessage(), e);
    }
  }

  /** Makes a file from a trace; what is left of one that cannot be finished is deleted. */
  static void write(Path trace, Path output, Output work) throws CliException {
    read(trace, () -> {
      if (Files.exists(output) && Files.isSameFile(trace, output)) {
        throw new IOException(output + ": is the trace itself; name another file with -o");
      }
      try (OutputStream out = new BufferedOutputStream(open(output))) {
        work.write(out);
      } catch (IOException e) {
        Files.deleteIfExists(output);
        throw e;
      }
      return output;
    });
  }

  /** The file to write when the user names none: beside the trace, with another ending. */
  static Path beside(Path trace, String ending) {
    String name = String.valueOf(trace.getFileName()).replaceFirst("\\.jsonl(\\.gz)?$", "");
    return trace.resolveSibling(name + ending);
  }

  private static OutputStream open(Path output) throws IOException {
    try {
      return Files.newOutputStream(output);
    } catch (IOException e) {
      throw new IOException(output + ": cannot be written; name another file with -o", e);
    }
  }
}
