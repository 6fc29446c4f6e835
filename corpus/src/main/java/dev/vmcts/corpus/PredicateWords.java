package dev.vmcts.corpus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts an item's names into templates.
 *
 * <p>{@code n1} is a number, {@code l1} a list of numbers, {@code t1} a tree, {@code s1} a state, and so on up to five of
 * each; {@code @word} is what was given a name.
 */
final class PredicateWords {

  /** How the quantifiers of a statement are ordered. */
  enum Order {
    AS_USED,
    NUMBERS_FIRST,
    DATA_FIRST
  }

  private static final Pattern VARIABLE = Pattern.compile("\\b([nlts][1-5])\\b");
  private static final Pattern NAMED = Pattern.compile("@(\\w+)");
  private static final Pattern BOUND = Pattern.compile("(?:exists|forall|fun) ([^,=]*)");
  private static final String KINDS = "nlts";

  private final Map<String, String> variables = new HashMap<>();
  private final Map<String, String> named = new HashMap<>();
  private final Map<Character, String> types = new HashMap<>(Map.of('n', "nat", 'l', "list nat"));

  /** Names for the variables of items about numbers alone, or about numbers in data. */
  PredicateWords(Dice dice, boolean numbersOnly) {
    name(
        'n',
        numbersOnly
            ? dice.of("n m k i j", "n m p q r", "a b c d e", "x y z w v", "n k m i j", "m n k p q")
            : dice.of("x y z w v", "a b c d e", "n i j p q", "x y a b c", "h i j a b"));
    name('l', dice.of("l k m s t", "l k m r u", "xs ys zs us vs", "l r s t u", "l1 l2 l3 l4 l5"));
    name('t', dice.of("t u l r s", "t l r s u", "t1 t2 t3 t4 t5"));
    name('s', dice.of("s t u q r", "x y z v w", "a b c d e", "s1 s2 s3 s4 s5"));
  }

  private void name(char kind, String names) {
    String[] each = names.split(" ", -1);
    for (int i = 0; i < each.length; i++) {
      variables.put(kind + "" + (i + 1), each[i]);
    }
  }

  void type(char kind, String type) {
    types.put(kind, type);
  }

  void put(String word, String name) {
    named.put(word, name);
  }

  String name(String word) {
    return text("@" + word);
  }

  String text(String template) {
    String text =
        NAMED.matcher(template).replaceAll(m -> Matcher.quoteReplacement(known(named, m.group(1))));
    return VARIABLE.matcher(text).replaceAll(m -> known(variables, m.group(1)));
  }

  private static String known(Map<String, String> names, String word) {
    String name = names.get(word);
    if (name == null) {
      throw new IllegalArgumentException("no name for " + word);
    }
    return name;
  }

  /** The variables that a template uses and does not bind itself. */
  List<Parameter> variables(String template, Order order) {
    List<String> bound = new ArrayList<>();
    Matcher b = BOUND.matcher(template);
    while (b.find()) {
      bound.addAll(List.of(b.group(1).split(" ", -1)));
    }
    Map<String, Parameter> used = new LinkedHashMap<>();
    Matcher m = VARIABLE.matcher(template);
    while (m.find()) {
      String v = m.group();
      if (!bound.contains(v)) {
        used.put(v, new Parameter(known(variables, v), types.getOrDefault(v.charAt(0), "nat")));
      }
    }
    if (order == Order.AS_USED) {
      return List.copyOf(used.values());
    }
    Comparator<String> byKind = Comparator.comparing(v -> KINDS.indexOf(v.charAt(0)));
    return used.keySet().stream()
        .sorted((order == Order.NUMBERS_FIRST ? byKind : byKind.reversed())
            .thenComparing(Comparator.naturalOrder()))
        .map(used::get)
        .toList();
  }

  /** A statement. */
  String statement(String template, Order order, boolean typed) {
    List<Parameter> quantified = variables(template, order);
    String body = text(template);
    if (quantified.isEmpty()) {
      return body;
    } else if (!typed) {
      return "forall " + quantified.stream().map(Parameter::name).collect(Collectors.joining(" "))
          + ", " + body;
    }
    boolean alike = quantified.stream().map(Parameter::type).distinct().count() == 1;
    String binders = Function.binders(quantified);
    return "forall "
        + (alike ? binders.strip().replaceAll("^\\(|\\)$", "") : binders.strip())
        + ", " + body;
  }
}
