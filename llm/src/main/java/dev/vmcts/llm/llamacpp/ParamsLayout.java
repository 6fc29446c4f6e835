package dev.vmcts.llm.llamacpp;

import com.sun.jna.Pointer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a C structure of parameters, and the values that the library itself gives them.
 *
 * <p>The values are how a version is recognised: a structure of another version has other values at these places, or
 * ends elsewhere.
 */
final class ParamsLayout {

  private record Field(int offset, int bytes, long value) {}

  private final Map<String, Field> fields = new LinkedHashMap<>();
  private final int length;
  private final int size;

  private ParamsLayout(String declaration) {
    int end = 0;
    int widest = 1;
    for (String word : declaration.strip().split("\\s+", -1)) {
      String[] parts = word.split("[:=]", 3);
      int bytes = switch (parts[1]) {
        case "bool" -> 1;
        case "int", "float" -> 4;
        default -> 8;
      };
      end = align(end, bytes);
      fields.put(parts[0], new Field(end, bytes, bits(parts[1], parts[2])));
      end += bytes;
      widest = Math.max(widest, bytes);
    }
    length = end;
    size = align(end, widest);
  }

  /**
   * A structure with fields as a C compiler lays them out.
   *
   * @param declaration {@code name:type=default} for each field, spaces between; types are {@code bool}, {@code int},
   *     {@code float}, {@code long} and {@code pointer}
   */
  static ParamsLayout of(String declaration) {
    return new ParamsLayout(declaration);
  }

  private static int align(int offset, int to) {
    return (offset + to - 1) / to * to;
  }

  private static long bits(String type, String value) {
    return type.equals("float")
        ? Float.floatToRawIntBits(Float.parseFloat(value)) & 0xFFFFFFFFL
        : Long.parseLong(value) & (type.equals("int") ? 0xFFFFFFFFL : -1L);
  }

  /** The bytes of the structure, padding at its end included. */
  int size() {
    return size;
  }

  /** Why a block that a library filled with its defaults is no such structure; empty when it is one. */
  Optional<String> difference(ParamsBlock defaults) {
    int written = defaults.written();
    if (written < length || written > size) {
      return Optional.of("is " + written + " bytes long, not " + size);
    }
    Pointer memory = defaults.getPointer();
    for (Map.Entry<String, Field> entry : fields.entrySet()) {
      long found = read(memory, entry.getValue());
      if (found != entry.getValue().value()) {
        return Optional.of("has " + found + " at byte " + entry.getValue().offset() + " for "
            + entry.getKey() + ", not " + entry.getValue().value());
      }
    }
    return Optional.empty();
  }

  private static long read(Pointer memory, Field field) {
    return switch (field.bytes()) {
      case 1 -> memory.getByte(field.offset()) & 0xFF;
      case 4 -> memory.getInt(field.offset()) & 0xFFFFFFFFL;
      default -> memory.getLong(field.offset());
    };
  }

  boolean has(String field) {
    return fields.containsKey(field);
  }

  /** Sets a field that this version has. */
  void set(ParamsBlock block, String name, long value) {
    Field field = fields.get(name);
    if (field == null) {
      throw new IllegalArgumentException("no field " + name);
    }
    Pointer memory = block.getPointer();
    switch (field.bytes()) {
      case 1 -> memory.setByte(field.offset(), (byte) value);
      case 4 -> memory.setInt(field.offset(), (int) value);
      default -> memory.setLong(field.offset(), value);
    }
  }
}
