package dev.vmcts.text.grammar;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads grammars in GBNF, the notation of llama.cpp: {@code name ::= ...} with texts, sets of characters, the dot, names,
 * groups, {@code |}, {@code * + ?} and <code>{m,n}</code>; comments begin with {@code #}.
 */
final class GbnfReader {

  private static final int MOST_REPETITIONS = 1_000;
  /** So that repetitions cannot fill the memory. */
  private static final int MOST_SYMBOLS = 1_000_000;

  private static final String ROOT = "root";
  private static final String ITEMS =
      "a text in quotes, a set in brackets, a dot, a name or a group in parentheses";

  /** A rule by its name. */
  private static final class Named {
    private final int rule;
    private final int firstNamed;
    private int defined = -1;

    private Named(int rule, int firstNamed) {
      this.rule = rule;
      this.firstNamed = firstNamed;
    }
  }

  private final GbnfText text;
  private final Rules rules;
  private final Map<String, Named> names = new LinkedHashMap<>();

  GbnfReader(String text, Rules rules) {
    this.text = new GbnfText(text);
    this.rules = rules;
  }

  /**
   * Collects all rules.
   *
   * @return the one named {@code root}
   */
  int read() {
    text.skip(true);
    while (!text.atEnd()) {
      definition();
      text.skip(true);
    }
    names.forEach((name, named) -> {
      if (named.defined < 0) {
        throw text.error(
            named.firstNamed, "there is no rule '" + name + "'; add " + name + " ::= ...");
      }
    });
    Named root = names.get(ROOT);
    if (root == null) {
      throw text.error(
          0, "there is no rule '" + ROOT + "', which a text has to fit; add root ::= ...");
    }
    checkRecursion();
    return root.rule;
  }

  private void checkRecursion() {
    BitSet recursive = LeftRecursion.of(rules);
    names.forEach((name, named) -> {
      if (recursive.get(named.rule)) {
        throw text.error(
            named.defined,
            "rule '" + name
                + "' begins with itself; let it begin with something else, or repeat with *");
      }
    });
    if (!recursive.isEmpty()) {
      throw text.error(0, "a group begins with itself; let it begin with something else");
    }
  }

  private void definition() {
    int at = text.at();
    String name = text.name();
    if (name.isEmpty()) {
      throw text.error(at, text.shown() + " begins no rule; allowed: name ::= ...");
    }
    Named named = named(name, at);
    if (named.defined >= 0) {
      throw text.error(at, "there are two rules '" + name + "'; join them with |");
    }
    named.defined = at;
    text.skip(false);
    if (!text.take("::=")) {
      throw text.error(text.at(), text.shown() + " where ::= should follow '" + name + "'");
    }
    text.skip(true);
    alternatives(named.rule, false);
    text.skip(false);
    if (!text.atEnd() && !text.atLineEnd()) {
      throw text.error(
          text.at(), text.shown() + " is no part of a rule; allowed: " + ITEMS + ", |, a new line");
    }
  }

  private Named named(String name, int at) {
    return names.computeIfAbsent(name, n -> new Named(rules.add(), at));
  }

  private void alternatives(int rule, boolean inGroup) {
    rules.add(rule, sequence(inGroup));
    while (text.take("|")) {
      text.skip(true);
      rules.add(rule, sequence(inGroup));
    }
  }

  private List<Integer> sequence(boolean inGroup) {
    List<Integer> sequence = new ArrayList<>();
    List<Integer> item = item();
    while (item != null) {
      sequence.addAll(repeated(item));
      if (rules.size() + sequence.size() > MOST_SYMBOLS) {
        throw text.error(
            text.at(),
            "the grammar has too many symbols, repetitions counted; allowed: " + MOST_SYMBOLS);
      }
      text.skip(inGroup);
      item = item();
    }
    return sequence;
  }

  /** The symbols of the next item; null when none begins here. */
  private @Nullable List<Integer> item() {
    int at = text.at();
    if (text.take("\"")) {
      return Utf8Ranges.symbols(rules, text.literal(at));
    } else if (text.take("[")) {
      return List.of(Utf8Ranges.symbol(rules, text.set(at)));
    } else if (text.take(".")) {
      return List.of(Utf8Ranges.symbol(rules, GbnfText.any()));
    } else if (text.take("(")) {
      int rule = rules.add();
      text.skip(true);
      alternatives(rule, true);
      if (!text.take(")")) {
        throw text.error(
            text.atEnd() ? at : text.at(),
            text.atEnd()
                ? "this group is not closed"
                : text.shown() + " is no part of a group; allowed: " + ITEMS + ", |, )");
      }
      return List.of(rule);
    }
    String name = text.name();
    return name.isEmpty() ? null : List.of(named(name, at).rule);
  }

  private List<Integer> repeated(List<Integer> item) {
    int at = text.at();
    if (text.take("*")) {
      return repeated(item, 0, -1);
    } else if (text.take("+")) {
      return repeated(item, 1, -1);
    } else if (text.take("?")) {
      return repeated(item, 0, 1);
    } else if (text.take("{")) {
      int least = text.number(at, MOST_REPETITIONS);
      int most = least;
      if (text.take(",")) {
        most = text.isDigit() ? text.number(at, MOST_REPETITIONS) : -1;
      }
      if (!text.take("}") || (most >= 0 && most < least)) {
        throw text.error(at, "no number of repetitions; allowed: {m}, {m,} and {m,n} with m <= n");
      }
      return repeated(item, least, most);
    }
    return item;
  }

  /** The item so many times; without a limit when most is negative. */
  private List<Integer> repeated(List<Integer> item, int least, int most) {
    int one = item.size() == 1 ? item.get(0) : rules.add(List.of(item));
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < least; i++) {
      all.add(one);
    }
    if (most < 0) {
      all.add(rules.repeated(one));
    } else if (most > least) {
      int more = rules.add(List.of(List.of(one), List.of()));
      for (int i = least + 1; i < most; i++) {
        more = rules.add(List.of(List.of(one, more), List.of()));
      }
      all.add(more);
    }
    return all;
  }
}
