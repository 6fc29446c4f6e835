package dev.vmcts.llm.natives;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Writes small archives, wrong ones too. */
final class TestTar {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  TestTar file(String name, byte[] content) throws IOException {
    return entry('0', name, content);
  }

  TestTar entry(char type, String name, byte[] content) throws IOException {
    byte[] header = new byte[512];
    put(header, 0, name);
    put(header, 124, String.format(Locale.ROOT, "%011o", content.length));
    header[156] = (byte) type;
    put(header, 257, "ustar");
    bytes.write(header);
    bytes.write(content);
    bytes.write(new byte[(512 - content.length % 512) % 512]);
    return this;
  }

  private static void put(byte[] header, int at, String text) {
    byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(ascii, 0, header, at, ascii.length);
  }

  /** The archive without its end, for one that was cut off. */
  byte[] cutOff() {
    return bytes.toByteArray();
  }

  byte[] whole() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(bytes.toByteArray());
    all.write(new byte[1024]);
    return all.toByteArray();
  }

  static byte[] zip(byte[] content) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(content);
    }
    return zipped.toByteArray();
  }
}
