package dev.vmcts.llm.llamacpp;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text put together from tokens that may each hold only a part of a character. Bytes that are no UTF-8 become U+FFFD. */
final class TextJoiner {

  /** A place in a text. */
  static final class Mark {
    private final int length;
    private final byte[] pending;

    private Mark(int length, byte[] pending) {
      this.length = length;
      this.pending = pending;
    }

    /** The whole characters before it. */
    int length() {
      return length;
    }
  }

  private final CharsetDecoder decoder = StandardCharsets.UTF_8
      .newDecoder()
      .onMalformedInput(CodingErrorAction.REPLACE)
      .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private final StringBuilder text = new StringBuilder();
  private byte[] pending = {};

  /** Adds the bytes of a token; those of an unfinished character wait for the next. */
  void add(byte[] bytes, int length) {
    ByteBuffer in = ByteBuffer.allocate(pending.length + length)
        .put(pending)
        .put(bytes, 0, length)
        .flip();
    CharBuffer out = CharBuffer.allocate(in.remaining() + 2);
    decoder.decode(in, out, false);
    text.append(out.flip());
    pending = new byte[in.remaining()];
    in.get(pending);
  }

  /** Where the text is now, to go back to. */
  Mark mark() {
    return new Mark(text.length(), pending);
  }

  /** Drops what was added since a mark was made. */
  void back(Mark mark) {
    text.setLength(mark.length);
    pending = mark.pending;
  }

  /** The whole characters so far. */
  StringBuilder text() {
    return text;
  }
}
