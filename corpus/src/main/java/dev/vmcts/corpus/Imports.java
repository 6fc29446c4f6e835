package dev.vmcts.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The libraries that an item's text uses. */
final class Imports {

  private static final Pattern LINEAR = Pattern.compile("\\b[ln]ia\\b");
  private static final Pattern LISTS = Pattern.compile(
      "\\[|::|\\+\\+|\\blist\\b|\\b(?:rev|map|In|length|filter|existsb|forallb|list_sum|firstn|skipn|repeat)\\b|\\bapp_");
  private static final Pattern ARITHMETIC = Pattern.compile("\\?|\\bNat\\.|\\bring\\b");
  private static final Pattern BOOLEANS = Pattern.compile("&&|\\|\\||\\b(?:negb|andb|orb)");

  private Imports() {}

  /** The commands that load them, in one line or in several; empty when nothing is used. */
  static String needed(Item item, Dice dice) {
    StringBuilder text = new StringBuilder();
    item.types().forEach(t -> text.append(t).append(' '));
    item.functions().forEach(f -> {
      text.append(f.type()).append(' ').append(f.text()).append(' ');
      f.equations().forEach(e -> text.append(e).append(' '));
      f.examples().forEach(e -> text.append(e).append(' '));
    });
    item.theorems().forEach(t -> {
      text.append(t.statement()).append(' ');
      t.steps().forEach(s -> text.append(s.tactic()).append(' '));
    });
    boolean lists = LISTS
        .matcher(text.toString().replaceAll("\\b(?:as|destruct|induction)[^.]*\\.", " "))
        .find();
    List<String> libraries = new ArrayList<>();
    addIf(libraries, "Arith", ARITHMETIC.matcher(text).find());
    addIf(libraries, "Lia", LINEAR.matcher(text).find());
    addIf(libraries, "List", lists);
    addIf(libraries, "Bool", BOOLEANS.matcher(text).find());
    if (libraries.isEmpty()) {
      return "";
    }
    String notations = lists ? "Import ListNotations.\n" : "";
    return dice.chance(0.7)
        ? "Require Import " + String.join(" ", libraries) + ".\n" + notations
        : "Require Import " + String.join(".\nRequire Import ", libraries) + ".\n" + notations;
  }

  private static void addIf(List<String> libraries, String name, boolean used) {
    if (used) {
      libraries.add(name);
    }
  }
}
