package dev.vmcts.corpus;

import dev.vmcts.corpus.DafnyDeclaration.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives an item other names, none of which it has now, so that a document can only be written by copying them.
 *
 * <p>What verifies under one set of names does so under another, so the item need not be checked again.
 */
final class DafnyRenaming {

  private static final Pattern CONSTRUCTOR = Pattern.compile("[=|]\\s*([A-Za-z_]\\w*)");
  private static final Pattern VARIABLE = Pattern.compile("[a-z]{1,3}");
  private static final Set<String> ENGLISH = Set.of(
      "a", "i", "is", "it", "in", "at", "of", "or", "to", "no", "if", "by", "up", "and", "all",
      "the");
  private static final String VARIABLES =
      "b c d e g h j k m n p q r s t u v w x y z xs ys acc cnt idx tmp cur res num val arr key lim";
  private static final String CASES =
      "Zero One Two Red Blue Left Right Empty Full Some None Start Stop Wrap Pair Link Item Unit Base Step Twig Leaf"
          + " Fork Knot Atom Join Plus Times Const North South Open Shut Idle Busy Warm Cold Ace Jack";

  private final Dice dice;

  DafnyRenaming(Dice dice) {
    this.dice = dice;
  }

  /** The item with new names for what it declares, and often for its variables; as it is when two would be equal. */
  DafnyItem of(DafnyItem item) {
    Set<String> present = new TreeSet<>();
    item.declarations().forEach(d -> present.addAll(DafnyWords.of(d.text())));
    Set<String> reserved = new HashSet<>(DafnyWords.RESERVED);
    reserved.addAll(present);
    Names names = new Names(dice, reserved);
    Map<String, String> renamed = new HashMap<>();
    for (DafnyDeclaration d : item.declarations()) {
      if (d.kind() == Kind.TYPE) {
        constructors(d).forEach(c -> renamed.put(c, cased(c, constructor(names))));
      }
      renamed.put(d.name(), cased(d.name(), name(d, names)));
    }
    if (dice.chance(0.5)) {
      variables(present, names, renamed);
    }
    Set<String> given = new HashSet<>(renamed.values());
    if (given.size() < renamed.size() || given.stream().anyMatch(present::contains)) {
      return item;
    }
    List<DafnyDeclaration> declarations = item.declarations().stream()
        .map(d -> new DafnyDeclaration(
            d.kind(),
            renamed.getOrDefault(d.name(), d.name()),
            DafnyWords.renamed(d.header(), renamed),
            DafnyWords.renamed(d.body(), renamed),
            DafnyWords.renamed(d.words(), renamed)))
        .toList();
    return new DafnyItem(item.kind(), item.key(), declarations);
  }

  private String name(DafnyDeclaration d, Names names) {
    return d.kind() == Kind.LEMMA || d.kind() == Kind.PIN
        ? names.statement(
            names.syllables(), dice.word("eq law ok spec correct prop holds same step comm"))
        : names.function(List.of());
  }

  private String constructor(Names names) {
    return dice.chance(0.6) ? names.take(dice.word(CASES)) : names.take(names.syllables());
  }

  private void variables(Set<String> present, Names names, Map<String, String> renamed) {
    for (String word : present) {
      if (VARIABLE.matcher(word).matches()
          && !ENGLISH.contains(word)
          && !DafnyWords.RESERVED.contains(word)
          && !renamed.containsKey(word)) {
        renamed.put(word, names.take(dice.word(VARIABLES)));
      }
    }
  }

  private static List<String> constructors(DafnyDeclaration type) {
    Matcher m = CONSTRUCTOR.matcher(type.header());
    return m.results().map(r -> r.group(1)).toList();
  }

  /** A name that begins with a capital when the old one does. */
  private static String cased(String old, String name) {
    return Character.isUpperCase(old.charAt(0))
        ? Character.toUpperCase(name.charAt(0)) + name.substring(1)
        : name;
  }
}
