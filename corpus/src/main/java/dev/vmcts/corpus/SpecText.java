package dev.vmcts.corpus;

import dev.vmcts.corpus.Item.Definition;
import dev.vmcts.corpus.Item.Theorem;
import java.util.ArrayList;
import java.util.List;

/** Words a specification as a person might, with or without the equations. */
final class SpecText {

  private final Dice dice;

  SpecText(Dice dice) {
    this.dice = dice;
  }

  String of(Item item, boolean synthesis) {
    List<String> sentences = new ArrayList<>();
    if (synthesis) {
      item.functions().forEach(f -> sentences.add(define(f)));
    }
    if (!synthesis || dice.chance(0.8)) {
      item.theorems().forEach(t -> sentences.add(prove(t)));
    }
    return String.join(" ", sentences);
  }

  private String define(Definition f) {
    StringBuilder text =
        new StringBuilder(dice.of("Define ", "Define ", "Write ", "Implement ")).append(f.name());
    if (dice.chance(0.5)) {
      text.append(" : ").append(f.type());
    }
    boolean phrased = !f.phrase().isEmpty() && dice.chance(0.6);
    if (phrased) {
      text.append(apposition(f.phrase()));
    }
    if (dice.chance(phrased ? 0.4 : 0.6)) {
      List<String> equations =
          f.equations().stream().map(SpecText::unquantified).toList();
      text.append(dice.of(", with ", ": ", ", where "))
          .append(String.join(dice.of(", ", " and "), equations));
    }
    return text.append('.').toString();
  }

  /** "which is true for x" as it stands, or as "true for x". */
  private String apposition(String phrase) {
    if (phrase.startsWith("is ") && dice.chance(0.5)) {
      return ", " + phrase.substring("is ".length());
    }
    if (phrase.startsWith("gives ") && dice.chance(0.4)) {
      return ", " + phrase.substring("gives ".length());
    }
    return ", which " + phrase;
  }

  private String prove(Theorem t) {
    return dice.of("Prove ", "Prove that ", "Show ", "Show that ")
        + (dice.chance(0.3) ? t.name() + ": " : "")
        + (dice.chance(0.5) ? t.words() : unquantified(t.words()))
        + ".";
  }

  private static String unquantified(String statement) {
    int comma = statement.startsWith("forall ") ? statement.indexOf(", ") : -1;
    return comma < 0 ? statement : statement.substring(comma + 2);
  }
}
