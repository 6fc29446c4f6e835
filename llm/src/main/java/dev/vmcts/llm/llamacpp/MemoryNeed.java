package dev.vmcts.llm.llamacpp;

import com.sun.management.OperatingSystemMXBean;
import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.gguf.GgufFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * The memory that a model takes on the processor, computed from its header: weights, and keys and values of every layer
 * for each token of the cache.
 *
 * @param weights bytes of the model's file
 * @param perToken bytes of keys and values for a token; 0 when the header does not tell
 */
record MemoryNeed(long weights, double perToken) {

  private static final Path MEMORY = Path.of("/proc/meminfo");

  static MemoryNeed of(GgufFile header, KvType type) {
    long layers = number(header, "block_count", 0);
    long heads = number(header, "attention.head_count", 0);
    // Some models have other numbers of heads in each layer, and many layers without any: no figure
    // is better than a wrong one.
    boolean alike = !header.holds("attention.head_count_kv")
        || header.scalar("attention.head_count_kv").isPresent();
    long kvHeads = alike ? number(header, "attention.head_count_kv", heads) : 0;
    long size = headSize(header);
    double numbers = (double) layers
        * kvHeads
        * (number(header, "attention.key_length", size)
            + number(header, "attention.value_length", size));
    return new MemoryNeed(header.bytes(), type.bytes(numbers));
  }

  /** Numbers of an attention head; 0 when the header does not tell. */
  static long headSize(GgufFile header) {
    long heads = number(header, "attention.head_count", 0);
    long whole = number(header, "embedding_length", 0);
    return number(header, "attention.key_length", heads == 0 ? 0 : whole / heads);
  }

  private static long number(GgufFile header, String key, long other) {
    return header.scalar(key).orElse(other);
  }

  /** All bytes with a cache of so many tokens. */
  long bytes(long cells) {
    return weights + (long) (perToken * cells);
  }

  /**
   * Refuses a model that does not fit.
   *
   * @param cells tokens of the cache, twice as many as the context has if the user does not say
   * @param free bytes that are free; empty when that is not known
   * @throws ModelException with the figures
   */
  void check(Path model, long cells, KvType type, OptionalLong free) throws ModelException {
    if (free.isEmpty() || bytes(cells) <= free.getAsLong()) {
      return;
    }
    long fitting = (long) ((free.getAsLong() - weights) / Math.max(1, perToken));
    throw new ModelException("model file " + model + " needs " + mib(bytes(cells)) + " of memory: "
        + mib(weights) + " of weights and " + mib(bytes(cells) - weights)
        + " of keys and values (" + type + ") for a cache of " + cells + " tokens; free are "
        + mib(free.getAsLong()) + "; "
        + (perToken == 0 || fitting < 1024
            ? "use a smaller model"
            : "use --context-size " + fitting / 2 + " or less, or --kv-type q8_0 or q4_0"));
  }

  /**
   * Bytes that programs can still have on this machine, and no more than the container has that this process runs in; empty
   * when the machine does not say.
   */
  static OptionalLong free() {
    long most =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    try {
      return Files.readAllLines(MEMORY).stream()
          .filter(line -> line.startsWith("MemAvailable:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
          .map(available -> Math.min(available, most))
          .findFirst();
    } catch (IOException | NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  private static String mib(long bytes) {
    return ((bytes + (1 << 20) - 1) >> 20) + " MiB";
  }
}
