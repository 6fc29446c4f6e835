package dev.vmcts.corpus;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the parts of the first loop in a method's text. */
final class DafnyLoopText {

  private static final Pattern LOOP = Pattern.compile("(?m)^( *)while [^\\n]*\\n");

  private DafnyLoopText() {}

  static boolean isIn(String text) {
    return LOOP.matcher(text).find();
  }

  /** From the first clause of the loop to the brace that opens its body. */
  static int[] invariants(String text, int from) {
    Matcher loop = loop(text, from);
    return new int[] {loop.end(), bodyStart(text, loop)};
  }

  /** What is between the braces of the loop's body. */
  static int[] body(String text, int from) {
    Matcher loop = loop(text, from);
    String indent = loop.group(1);
    int open = bodyStart(text, loop) + indent.length() + 2;
    return new int[] {open, text.indexOf("\n" + indent + "}", open) + 1};
  }

  private static int bodyStart(String text, Matcher loop) {
    return text.indexOf("\n" + loop.group(1) + "{", loop.end() - 1) + 1;
  }

  private static Matcher loop(String text, int from) {
    Matcher loop = LOOP.matcher(text);
    if (!loop.find(from)) {
      throw new IllegalArgumentException("no loop in: " + text);
    }
    return loop;
  }
}
