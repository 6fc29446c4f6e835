package dev.vmcts.corpus;

import dev.vmcts.corpus.DafnyDeclaration.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives the names of an item a common style: as they are, or with capitals as in Dafny's own library. */
final class DafnyStyle {

  private final Dice dice;

  DafnyStyle(Dice dice) {
    this.dice = dice;
  }

  List<DafnyDeclaration> applied(List<DafnyDeclaration> declarations) {
    boolean capitals = dice.chance(0.5);
    boolean capitalTypes = capitals || dice.chance(0.6);
    Map<String, String> renamed = new HashMap<>();
    Set<String> taken = new HashSet<>();
    declarations.forEach(d -> taken.addAll(DafnyWords.of(d.text())));
    for (DafnyDeclaration d : declarations) {
      if (d.kind() == Kind.TYPE ? capitalTypes : capitals) {
        String name = capitalised(d.name());
        if (taken.add(name)) {
          renamed.put(d.name(), name);
        }
      }
    }
    List<DafnyDeclaration> styled = new ArrayList<>();
    for (DafnyDeclaration d : declarations) {
      styled.add(new DafnyDeclaration(
          d.kind(),
          renamed.getOrDefault(d.name(), d.name()),
          DafnyWords.renamed(d.header(), renamed),
          DafnyWords.renamed(d.body(), renamed),
          called(d.words(), renamed)));
    }
    return styled;
  }

  /** Words with the names changed that stand before an opening parenthesis. */
  private static String called(String words, Map<String, String> renamed) {
    String text = words;
    for (Map.Entry<String, String> e : renamed.entrySet()) {
      text = text.replaceAll("\\b" + e.getKey() + "\\(", e.getValue() + "(");
    }
    return text;
  }

  private static String capitalised(String name) {
    StringBuilder text = new StringBuilder();
    for (String part : name.split("_", -1)) {
      if (!part.isEmpty()) {
        text.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
      }
    }
    return text.toString();
  }
}
