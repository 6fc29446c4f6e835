package dev.vmcts.corpus;

import dev.vmcts.corpus.DafnyDeclaration.Kind;
import dev.vmcts.corpus.DafnyPlan.Mode;
import dev.vmcts.corpus.DafnyPlan.Part;
import java.util.ArrayList;
import java.util.List;

/** Words a specification of Dafny as a person might. */
final class DafnySpecText {

  private final Dice dice;

  DafnySpecText(Dice dice) {
    this.dice = dice;
  }

  String of(DafnyItem item, List<Part> parts) {
    List<String> sentences = new ArrayList<>();
    for (Part part : parts) {
      DafnyDeclaration d = part.declaration();
      if (part.mode() == Mode.GIVEN) {
        continue;
      }
      sentences.add(
          switch (d.kind()) {
            case FUNCTION -> define(item, d, part.mode());
            case METHOD -> method(d, part.mode());
            case LEMMA, PIN -> prove(d, part.mode());
            case TYPE -> "Declare " + d.name() + ".";
          });
    }
    return String.join(" ", sentences);
  }

  private String define(DafnyItem item, DafnyDeclaration f, Mode mode) {
    StringBuilder text =
        new StringBuilder(dice.of("Define ", "Define ", "Write ", "Implement ")).append(f.name());
    if (mode == Mode.WHOLE && dice.chance(0.5)) {
      text.setLength(text.length() - f.name().length());
      text.append(signature(f));
    }
    if (!f.words().isEmpty() && dice.chance(0.6)) {
      text.append(", which ").append(f.words());
    }
    item.all(Kind.PIN).stream()
        .filter(p -> p.header().contains(f.name() + "(") && dice.chance(0.6))
        .findFirst()
        .ifPresent(p -> text.append(dice.of(", with ", ": ", ", where ")).append(p.words()));
    return text.append('.').toString();
  }

  /** The first line of a header without its keyword. */
  private static String signature(DafnyDeclaration d) {
    String line = d.header().lines().findFirst().orElse("");
    return line.substring(line.indexOf(' ') + 1);
  }

  private String method(DafnyDeclaration m, Mode mode) {
    if (mode == Mode.INVARIANTS) {
      return dice.of(
          "State the invariants of the loop.",
          "State what the loop keeps.",
          "Give the loop its invariants.",
          "Add loop invariants so that " + m.name() + " verifies.");
    } else if (mode == Mode.LOOP_BODY) {
      return dice.of("Write the body of the loop.", "Fill in the loop.", "Complete the loop.");
    }
    String what = m.words().isEmpty() ? "" : " that " + m.words();
    return dice.of(
            "Write a method" + what,
            "Write " + m.name() + what.replaceFirst("^ that", ", which"),
            "Implement a method" + what,
            "Write the method " + m.name() + what.replaceFirst("^ that", ", which"))
        + ".";
  }

  private String prove(DafnyDeclaration l, Mode mode) {
    String name = mode == Mode.WHOLE || dice.chance(0.3) ? l.name() + ": " : "";
    return dice.of("Prove ", "Prove that ", "Show ", "Show that ") + name + l.words() + ".";
  }
}
