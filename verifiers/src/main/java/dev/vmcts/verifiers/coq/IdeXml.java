package dev.vmcts.verifiers.coq;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An element of an answer of {@code coqidetop}. Pretty-printed text ({@code richpp}) is kept as plain text, however
 * deeply it is marked up.
 */
final class IdeXml {

  private static final Pattern TAG = Pattern.compile("<(/?)([^\\s/>]+)([^>]*?)(/?)>");
  private static final Pattern ATTRIBUTE = Pattern.compile("([\\w.]+)=\"([^\"]*)\"");
  private static final Pattern ENTITY = Pattern.compile("&(#?\\w+);");
  private static final String RICH_TEXT = "richpp";

  private final String name;
  private final Map<String, String> attributes = new HashMap<>();
  private final List<IdeXml> children = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  private IdeXml(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  /** The value of an attribute, or the empty string. */
  String attribute(String key) {
    return attributes.getOrDefault(key, "");
  }

  List<IdeXml> children() {
    return children;
  }

  IdeXml child(int index) {
    return children.get(index);
  }

  /** The text directly in the element; of pretty-printed text all of it. */
  String text() {
    return text.toString();
  }

  /**
   * Reads one element.
   *
   * @throws IllegalArgumentException if the text is none
   */
  static IdeXml parse(String source) {
    IdeXml top = new IdeXml("");
    Deque<IdeXml> open = new ArrayDeque<>();
    open.push(top);
    Matcher tag = TAG.matcher(source);
    int last = 0;
    int inRichText = 0;
    while (tag.find()) {
      IdeXml current = open.element();
      current.text.append(unescape(source.substring(last, tag.start())));
      last = tag.end();
      boolean closing = !tag.group(1).isEmpty();
      boolean alone = !tag.group(4).isEmpty();
      if (inRichText > 0 && !(closing && inRichText == 1)) {
        inRichText += alone ? 0 : closing ? -1 : 1;
      } else if (closing) {
        inRichText = 0;
        open.pop();
        if (open.isEmpty()) {
          throw new IllegalArgumentException("stray " + tag.group());
        }
      } else {
        IdeXml element = new IdeXml(tag.group(2));
        readAttributes(tag.group(3), element);
        current.children.add(element);
        if (!alone) {
          open.push(element);
          inRichText = element.name.equals(RICH_TEXT) ? 1 : 0;
        }
      }
    }
    if (open.size() != 1 || top.children.size() != 1) {
      throw new IllegalArgumentException("not one element: " + source);
    }
    return top.children.get(0);
  }

  private static void readAttributes(String source, IdeXml element) {
    Matcher attribute = ATTRIBUTE.matcher(source);
    while (attribute.find()) {
      element.attributes.put(attribute.group(1), unescape(attribute.group(2)));
    }
  }

  private static String unescape(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    return ENTITY.matcher(text).replaceAll(m -> Matcher.quoteReplacement(character(m.group(1))));
  }

  private static String character(String entity) {
    return switch (entity) {
      case "lt" -> "<";
      case "gt" -> ">";
      case "amp" -> "&";
      case "quot" -> "\"";
      case "apos" -> "'";
      case "nbsp" -> " ";
      default ->
        entity.matches("#\\d+")
            ? Character.toString(Integer.parseInt(entity.substring(1)))
            : "&" + entity + ";";
    };
  }

  /** Text as it may stand between tags. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
