package dev.vmcts.text;

import java.util.regex.Pattern;

/** A text on one line. */
public final class OneLine {

  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

  private OneLine() {}

  /** The text without white space around it, each run of white space inside it made one space. */
  public static String of(String text) {
    return WHITE_SPACE.matcher(text.strip()).replaceAll(" ");
  }
}
