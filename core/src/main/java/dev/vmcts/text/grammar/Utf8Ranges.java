package dev.vmcts.text.grammar;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Writes sets of characters as sets of byte sequences in UTF-8. */
final class Utf8Ranges {

  private static final int ASCII = 0x80;
  private static final int[] LAST_OF_LENGTH = {0x7F, 0x7FF, 0xFFFF, Character.MAX_CODE_POINT};

  private Utf8Ranges() {}

  /** A symbol for one character of a set; surrogates are no characters. */
  static int symbol(Rules rules, BitSet characters) {
    BitSet ascii = characters.get(0, ASCII);
    List<List<Integer>> sequences = new ArrayList<>();
    int first = characters.nextSetBit(ASCII);
    while (first >= 0) {
      int last = characters.nextClearBit(first) - 1;
      split(rules, first, last, sequences);
      first = characters.nextSetBit(last + 1);
    }
    if (sequences.isEmpty()) {
      return rules.add(ascii);
    }
    if (!ascii.isEmpty()) {
      sequences.add(List.of(rules.add(ascii)));
    }
    return rules.add(sequences);
  }

  /** The symbols of a text, one for each byte. */
  static List<Integer> symbols(Rules rules, String text) {
    List<Integer> symbols = new ArrayList<>();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      symbols.add(range(rules, b & 0xFF, b & 0xFF));
    }
    return symbols;
  }

  /** Splits a range into such as differ in all bytes from one on, which then take all values of theirs. */
  private static void split(Rules rules, int first, int last, List<List<Integer>> sequences) {
    for (int most : LAST_OF_LENGTH) {
      if (first <= most && most < last) {
        split(rules, first, most, sequences);
        split(rules, most + 1, last, sequences);
        return;
      }
    }
    for (int bits = 6; bits <= 18; bits += 6) {
      int low = (1 << bits) - 1;
      if ((first & ~low) != (last & ~low)) {
        if ((first & low) != 0) {
          split(rules, first, first | low, sequences);
          split(rules, (first | low) + 1, last, sequences);
          return;
        }
        if ((last & low) != low) {
          split(rules, first, (last & ~low) - 1, sequences);
          split(rules, last & ~low, last, sequences);
          return;
        }
      }
    }
    byte[] from = Character.toString(first).getBytes(StandardCharsets.UTF_8);
    byte[] to = Character.toString(last).getBytes(StandardCharsets.UTF_8);
    List<Integer> sequence = new ArrayList<>();
    for (int i = 0; i < from.length; i++) {
      sequence.add(range(rules, from[i] & 0xFF, to[i] & 0xFF));
    }
    sequences.add(sequence);
  }

  private static int range(Rules rules, int first, int last) {
    BitSet bytes = new BitSet();
    bytes.set(first, last + 1);
    return rules.add(bytes);
  }
}
