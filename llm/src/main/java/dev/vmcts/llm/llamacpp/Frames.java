package dev.vmcts.llm.llamacpp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** Messages on a byte stream: a mark, the length, the bytes. */
final class Frames {

  private static final int MARK = 0x766D6374;
  private static final int MOST = 1 << 26;

  private Frames() {}

  /** Writes a message at once; callers that share a stream take turns by its lock. */
  static void write(OutputStream out, Message message) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(bytes);
    data.writeLong(0);
    Message.write(data, message);
    byte[] frame = bytes.toByteArray();
    int length = frame.length - 8;
    if (length > MOST) {
      throw new IOException("message of " + length + " bytes; allowed: " + MOST);
    }
    put(frame, 0, MARK);
    put(frame, 4, length);
    synchronized (out) {
      out.write(frame);
      out.flush();
    }
  }

  private static void put(byte[] bytes, int at, int value) {
    for (int i = 0; i < 4; i++) {
      bytes[at + i] = (byte) (value >>> (24 - 8 * i));
    }
  }

  /** The next message; empty at the end of the stream. */
  static Optional<Message> read(InputStream in) throws IOException {
    byte[] head = in.readNBytes(8);
    if (head.length == 0) {
      return Optional.empty();
    }
    if (head.length < 8) {
      throw new EOFException("stream ends within a message");
    }
    DataInputStream header = new DataInputStream(new ByteArrayInputStream(head));
    int mark = header.readInt();
    int length = header.readInt();
    if (mark != MARK || length < 1 || length > MOST) {
      throw new IOException("not a message");
    }
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("stream ends within a message");
    }
    return Optional.of(Message.read(new DataInputStream(new ByteArrayInputStream(body))));
  }
}
