package dev.vmcts.llm.llamacpp;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.file.FileHash;
import dev.vmcts.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What keys and values depend on, to the last bit, beside the tokens. */
final class PrefixIdentity {

  private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

  private PrefixIdentity() {}

  /**
   * The hash of all that a model's keys and values depend on: model, library, processor, and how the context was made.
   *
   * <p>Rather too much than too little is in it: a prefix that is computed again costs time, a wrong one costs results.
   *
   * @param library what runs the model
   */
  static String of(Message.Start start, NativeInfo library) throws IOException {
    List<String> parts = new ArrayList<>();
    parts.add(start.kept().modelHash());
    parts.add(start.threads() + " " + start.context() + " " + start.cells() + " "
        + start.sequences() + " " + start.batch());
    parts.add(start.setup().toString());
    parts.add(library.version() + " " + library.gpuLayers());
    for (NativeInfo.Device device : library.devices()) {
      parts.add(device.kind() + " " + device.name() + " " + device.description());
    }
    parts.add(System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    parts.addAll(processor());
    parts.addAll(files(Path.of(start.library()).toAbsolutePath()));
    return Sha256.of(String.join("\n", parts));
  }

  /** The kind of the first processor, where the system says it. */
  private static List<String> processor() throws IOException {
    if (!Files.isReadable(PROCESSOR)) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(PROCESSOR)) {
      return lines
          .takeWhile(line -> !line.isBlank())
          .filter(line -> line.matches("(model name|flags|Features|CPU [a-z]+)\\s*:.*"))
          .toList();
    }
  }

  /** The library, and what it loads from beside it. */
  private static List<String> files(Path library) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(library.resolveSibling(""))) {
      for (Path file : files.sorted().toList()) {
        if (file.getFileName().toString().startsWith("libggml")) {
          found.add(file.getFileName() + " " + Files.size(file) + " "
              + Files.getLastModifiedTime(file).toMillis());
        }
      }
      found.add(FileHash.ofFile(library));
      return found;
    } catch (ModelException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
