package dev.vmcts.llm.gguf;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads the little-endian values of a GGUF header and never believes a length that the file cannot hold. */
final class GgufReader {

  private final InputStream in;
  private final long fileLength;
  private long position;

  GgufReader(InputStream in, long fileLength) {
    this.in = in;
    this.fileLength = fileLength;
  }

  long position() {
    return position;
  }

  int u8() throws IOException {
    int b = in.read();
    if (b < 0) {
      throw new EOFException();
    }
    position++;
    return b;
  }

  int i16() throws IOException {
    return u8() | u8() << 8;
  }

  int i32() throws IOException {
    return i16() | i16() << 16;
  }

  long i64() throws IOException {
    return (i32() & 0xFFFFFFFFL) | (long) i32() << 32;
  }

  /** A count of things that take at least so many bytes each. */
  long count(int bytesEach) throws IOException {
    long count = i64();
    if (count < 0 || count > (fileLength - position) / bytesEach) {
      throw new EOFException();
    }
    return count;
  }

  String text() throws IOException {
    long length = count(1);
    if (length > 1 << 24) {
      throw new IOException("a text of " + length + " bytes");
    }
    byte[] bytes = in.readNBytes((int) length);
    position += bytes.length;
    if (bytes.length < length) {
      throw new EOFException();
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  void skip(long bytes) throws IOException {
    if (bytes > fileLength - position) {
      throw new EOFException();
    }
    in.skipNBytes(bytes);
    position += bytes;
  }
}
