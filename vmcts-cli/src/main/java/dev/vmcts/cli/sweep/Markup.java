package dev.vmcts.cli.sweep;

/** Text in HTML and SVG. */
final class Markup {

  private Markup() {}

  /** The text with a box in the place of each character that XML cannot have. */
  static String shown(String text) {
    return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", "\ufffd");
  }

  /** The text as content or as the value of an attribute. */
  static String text(String text) {
    return shown(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
