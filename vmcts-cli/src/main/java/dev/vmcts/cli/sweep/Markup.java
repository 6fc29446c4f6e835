package dev.vmcts.cli.sweep;

/** Text in HTML and SVG. */
final class Markup {

  private Markup() {}

  /** The text as content or as the value of an attribute; what XML cannot have is shown as a box. */
  static String text(String text) {
    return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", "\ufffd")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
