package dev.vmcts.llm.gguf;

import dev.vmcts.llm.ModelException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The header of a GGUF model file, whose tensors are known to lie within the file as far as their types are known.
 *
 * <p>Layout: {@code docs/gguf.md} of the ggml project, versions 2 and 3.
 *
 * @param values scalar metadata by key: {@code String}, {@code Long}, {@code Double} or {@code Boolean}; for an array,
 *     its {@code Length}
 * @param tensors number of tensors
 * @param elements how many of the tensors' numbers are stored in which type, such as {@code Q8_0}, or {@code type 39}
 * @param bytes length of the file
 */
public record GgufFile(
    Map<String, Object> values, int tensors, Map<String, Long> elements, long bytes) {

  private static final int MAGIC = 0x46554747;
  private static final String UNKNOWN_TYPE = "type ";

  /** How long an array is. */
  public record Length(long count) {}

  public GgufFile {
    values = Map.copyOf(values);
    elements = Map.copyOf(elements);
  }

  /**
   * Reads a model's header.
   *
   * @throws ModelException if there is no whole GGUF file at the path
   */
  public static GgufFile read(Path path) throws ModelException {
    if (!Files.exists(path)) {
      throw new ModelException(
          "model file " + path + " does not exist; give the path of a .gguf file");
    }
    if (!Files.isRegularFile(path)) {
      throw new ModelException("model " + path + " is not a file; give the path of a .gguf file");
    }
    if (!Files.isReadable(path)) {
      throw new ModelException("model file " + path + " is not readable; check its permissions");
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
      return read(path, in, Files.size(path));
    } catch (EOFException e) {
      throw new ModelException(
          "model file " + path
              + " is truncated or corrupt: its header goes on beyond its end; download it again",
          e);
    } catch (IOException | ArithmeticException e) {
      throw new ModelException("model file " + path + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static GgufFile read(Path path, InputStream in, long length)
      throws IOException, ModelException {
    GgufReader reader = new GgufReader(in, length);
    if (length < 4 || reader.i32() != MAGIC) {
      throw new ModelException(
          "model file " + path + " is not a GGUF file: it does not start with 'GGUF'");
    }
    int version = reader.i32();
    if (version != 2 && version != 3) {
      throw new ModelException("model file " + path + " has GGUF version " + version
          + "; supported: 2 and 3, little-endian");
    }
    long tensors = reader.count(24);
    long keys = reader.count(13);
    Map<String, Object> values = new HashMap<>();
    for (long i = 0; i < keys; i++) {
      String key = reader.text();
      values.put(key, value(reader, reader.i32(), 0));
    }
    long end = 0;
    Map<String, Long> elements = new HashMap<>();
    for (long i = 0; i < tensors; i++) {
      end = Math.max(end, tensorEnd(path, reader, elements));
    }
    long alignment = values.get("general.alignment") instanceof Long given ? given : 32;
    if (alignment <= 0) {
      throw new ModelException("model file " + path + " is corrupt: its alignment is " + alignment);
    }
    long data = Math.multiplyExact((reader.position() + alignment - 1) / alignment, alignment);
    if (tensors > 0 && Math.addExact(data, end) > length) {
      throw new ModelException("model file " + path + " is truncated: it has " + length
          + " bytes, its tensors need " + (data + end) + "; download it again");
    }
    return new GgufFile(values, Math.toIntExact(tensors), elements, length);
  }

  private static long tensorEnd(Path path, GgufReader reader, Map<String, Long> counts)
      throws IOException, ModelException {
    String name = reader.text();
    int dimensions = reader.i32();
    if (dimensions < 1 || dimensions > 4) {
      throw new ModelException("model file " + path + " is corrupt: tensor '" + name + "' has "
          + dimensions + " dimensions");
    }
    long elements = 1;
    long row = 1;
    for (int d = 0; d < dimensions; d++) {
      long extent = reader.i64();
      if (extent < 1) {
        throw new ModelException(
            "model file " + path + " is corrupt: tensor '" + name + "' has extent " + extent);
      }
      row = d == 0 ? extent : row;
      elements = Math.multiplyExact(elements, extent);
    }
    int number = reader.i32();
    long offset = reader.i64();
    Optional<TensorType> type = TensorType.of(number);
    if (offset < 0 || number < 0 || row % type.map(TensorType::blockLength).orElse(1) != 0) {
      throw new ModelException("model file " + path + " is corrupt at tensor '" + name + "'");
    }
    counts.merge(
        type.map(TensorType::name).orElse(UNKNOWN_TYPE + number), elements, Math::addExact);
    return type.isPresent() ? Math.addExact(offset, type.get().bytes(elements)) : offset;
  }

  private static Object value(GgufReader reader, int type, int depth) throws IOException {
    return switch (type) {
      case 0 -> (long) reader.u8();
      case 1 -> (long) (byte) reader.u8();
      case 2 -> (long) reader.i16();
      case 3 -> (long) (short) reader.i16();
      case 4 -> reader.i32() & 0xFFFFFFFFL;
      case 5 -> (long) reader.i32();
      case 6 -> (double) Float.intBitsToFloat(reader.i32());
      case 7 -> reader.u8() != 0;
      case 8 -> reader.text();
      case 9 -> array(reader, depth);
      case 10, 11 -> reader.i64();
      case 12 -> Double.longBitsToDouble(reader.i64());
      default ->
        throw new IOException("metadata of unknown type " + type + " at byte " + reader.position());
    };
  }

  private static Length array(GgufReader reader, int depth) throws IOException {
    int type = reader.i32();
    long count = reader.count(1);
    if (depth > 4) {
      throw new IOException("arrays nested too deeply at byte " + reader.position());
    }
    for (long i = 0; i < count; i++) {
      if (type == 8) {
        reader.skip(reader.count(1));
      } else {
        value(reader, type, depth + 1);
      }
    }
    return new Length(count);
  }

  /** The model's architecture, such as {@code llama}; empty when the file has none. */
  public Optional<String> architecture() {
    return text("general.architecture");
  }

  /** Types of tensors that llama.cpp b4916 does not know; another build may. */
  Stream<String> unknownTypes() {
    return elements.keySet().stream()
        .filter(type -> type.startsWith(UNKNOWN_TYPE))
        .sorted();
  }

  /** How many numbers the model has. */
  public long parameters() {
    return elements.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The text under a key; empty when there is none, or another value. */
  public Optional<String> text(String key) {
    return Optional.ofNullable(values.get(key))
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }

  /** The integer under a key, or the length of its array; empty when there is none, or another value. */
  public OptionalLong number(String key) {
    Object value = values.get(key);
    return value instanceof Long number
        ? OptionalLong.of(number)
        : value instanceof Length length ? OptionalLong.of(length.count()) : OptionalLong.empty();
  }

  /** Whether there is something under a key of the model's architecture, such as {@code context_length}. */
  public boolean holds(String key) {
    return values.containsKey(own(key));
  }

  /** The integer under a key of the model's architecture; empty when there is none, or another value. */
  public OptionalLong scalar(String key) {
    return values.get(own(key)) instanceof Long number
        ? OptionalLong.of(number)
        : OptionalLong.empty();
  }

  private String own(String key) {
    return architecture().orElse("") + "." + key;
  }

  /** The context length that the model was trained with; empty when the file does not say. */
  public OptionalLong contextLength() {
    return scalar("context_length");
  }
}
