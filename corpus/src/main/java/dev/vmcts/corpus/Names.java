package dev.vmcts.corpus;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Fresh names for what an item defines: ordinary words, and random syllables that can only be copied. */
final class Names {

  private static final String WORDS =
      "size count total height weight measure norm cost rank bump shift grow scale lift clean keep drop merge glue link"
          + " walk scan probe pick flag check good bad valid small odd pos up down red item cell box bag pile path mark"
          + " code key val unit part step move turn mix blend trim pad fill wrap seal load run calc work cut grab push"
          + " hide bind save flip twist";
  private static final String ONSETS =
      "b c d f g h j k l m n p r s t v w z br cl dr fl gr kl pr st tr pl";
  private static final String VOWELS = "a e i o u a e i o u ai oo";
  private static final String CODAS = " n r l m t x s nd rk";
  private static final Set<String> KEYWORDS = Set.of(
      "fun", "forall", "exists", "match", "with", "end", "if", "then", "else", "let", "in", "fix",
      "as", "return", "at", "by", "for", "is", "of", "where", "using", "cofix", "Prop", "Set",
      "Type", "length", "rev", "app", "map", "left", "right", "split", "fold", "pred", "plus",
      "mult", "max", "min", "negb", "andb", "orb", "fst", "snd");

  private final Dice dice;
  private final Set<String> used = new HashSet<>(KEYWORDS);

  Names(Dice dice) {
    this.dice = dice;
  }

  /** Names none of which is one of the given words. */
  Names(Dice dice, Set<String> reserved) {
    this(dice);
    used.addAll(reserved);
  }

  /** Takes a name if it is free; otherwise the same with a digit or a prime. */
  String take(String wanted) {
    String name = wanted;
    for (int i = 1; !used.add(name); i++) {
      name = wanted + i;
    }
    return name;
  }

  /** A name for a function: mostly one of the usual ones, often any word, often random syllables. */
  String function(List<String> usual) {
    double x = dice.fraction();
    String name;
    if (x < 0.5 && !usual.isEmpty()) {
      name = dice.pick(usual);
    } else if (x < 0.7) {
      name = dice.word(WORDS);
    } else {
      return take(syllables());
    }
    double y = dice.fraction();
    if (y < 0.15) {
      name = name + "_" + dice.word(WORDS);
    } else if (y < 0.25) {
      name = dice.word("my do get f g mk nat_ t_ l_").replace("_", "") + "_" + name;
    } else if (y < 0.3) {
      name = name + dice.between(1, 9);
    }
    return take(name);
  }

  /** A name made of random syllables. */
  String syllables() {
    StringBuilder name = new StringBuilder();
    int n = dice.between(2, 3);
    for (int i = 0; i < n; i++) {
      name.append(dice.word(ONSETS)).append(dice.word(VOWELS));
    }
    return name.append(dice.of(CODAS.split(" ", -1))).toString();
  }

  /** A name for a statement about functions. */
  String statement(String function, String suffix) {
    double x = dice.fraction();
    if (x < 0.15) {
      return take(syllables());
    } else if (x < 0.3) {
      return take(capitalised(function) + capitalised(suffix));
    } else if (x < 0.35) {
      return take(suffix + "_" + function);
    }
    return take(function + "_" + suffix);
  }

  private static String capitalised(String text) {
    StringBuilder name = new StringBuilder();
    for (String part : text.split("_", -1)) {
      if (!part.isEmpty()) {
        name.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
      }
    }
    return name.toString();
  }
}
