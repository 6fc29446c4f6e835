package dev.vmcts.prompt;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that stand for the places of a template, such as {@code %document}. */
record Places(Map<String, String> texts) {

  private static final Pattern PLACE =
      Pattern.compile("%(?:document|language|context|program|error|reflections)");

  Places {
    texts = Map.copyOf(texts);
  }

  /** The same with one more. */
  Places with(String place, String text) {
    Map<String, String> more = new HashMap<>(texts);
    more.put(place, text);
    return new Places(more);
  }

  /** A template with the texts in its places, in one go: what is put in may look like a place itself. */
  String in(String template) {
    return PLACE
        .matcher(template)
        .replaceAll(place -> Matcher.quoteReplacement(texts.getOrDefault(place.group(), "")));
  }
}
