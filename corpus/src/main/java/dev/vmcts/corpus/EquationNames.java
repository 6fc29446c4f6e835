package dev.vmcts.corpus;

import dev.vmcts.corpus.Item.Definition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Other names for the variables of the equations that pin a function down.
 *
 * <p>Whoever writes {@code fac (S n) = S n * fac n} often means a function whose argument is {@code n} too, so that its
 * definition needs a name of its own for the predecessor. Equations that always show the names of the patterns would
 * teach a model to copy them.
 */
final class EquationNames {

  private static final Pattern QUANTIFIED = Pattern.compile("forall ([^,]*), (.*)", Pattern.DOTALL);
  private static final Pattern GROUP =
      Pattern.compile("\\(([^():]*) : ((?:[^()]|\\([^()]*\\))*)\\)");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_][\\w']*");
  private static final String COMMON = "x y z a b c";
  private static final Map<String, String> BY_TYPE = Map.of(
      "nat", "n m k p i j x y a b",
      "list nat", "l xs ys t l' tl rest s",
      "bool", "b c x p");

  private final Dice dice;

  EquationNames(Dice dice) {
    this.dice = dice;
  }

  /** The function with equations that mean the same; a quarter of the time, and where no types are given, the very same. */
  Definition varied(Definition function) {
    if (dice.chance(0.25)) {
      return function;
    }
    boolean arguments = dice.chance(0.75);
    boolean typed = dice.chance(0.5);
    Map<String, String> parameters = arguments ? parameters(function.text()) : Map.of();
    List<String> equations = function.equations().stream()
        .map(e -> varied(e, function.name(), parameters, typed))
        .toList();
    return new Definition(
        function.name(),
        function.text(),
        function.type(),
        function.phrase(),
        equations,
        function.examples());
  }

  private String varied(
      String equation, String function, Map<String, String> parameters, boolean typed) {
    Matcher m = QUANTIFIED.matcher(equation);
    if (!m.matches()) {
      return equation;
    }
    Map<String, String> variables = variables(m.group(1));
    if (variables.isEmpty()) {
      return equation;
    }
    Set<String> used = words(m.group(2));
    used.removeAll(variables.keySet());
    used.add(function);
    Map<String, String> names = new LinkedHashMap<>();
    for (Map.Entry<String, String> v : variables.entrySet()) {
      String name = name(v.getKey(), v.getValue(), parameters, used);
      used.add(name);
      names.put(v.getKey(), name);
    }
    String body =
        WORD.matcher(m.group(2)).replaceAll(w -> names.getOrDefault(w.group(), w.group()));
    return "forall " + (typed ? binders(variables, names) : String.join(" ", names.values())) + ", "
        + body;
  }

  private String name(String old, String type, Map<String, String> parameters, Set<String> used) {
    List<String> candidates = new ArrayList<>();
    parameters.forEach((parameter, of) -> {
      if (of.equals(type)) {
        candidates.add(parameter);
      }
    });
    if (candidates.isEmpty() || dice.chance(0.25)) {
      candidates.add(0, dice.word(BY_TYPE.getOrDefault(type, COMMON)));
    }
    candidates.add(old);
    for (String c : candidates) {
      if (!used.contains(c)) {
        return c;
      }
    }
    String fresh = old;
    while (used.contains(fresh)) {
      fresh += "'";
    }
    return fresh;
  }

  private static String binders(Map<String, String> types, Map<String, String> names) {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    types.forEach((v, type) ->
        groups.computeIfAbsent(type, t -> new ArrayList<>()).add(names.getOrDefault(v, v)));
    List<String> texts = new ArrayList<>();
    groups.forEach((type, of) -> texts.add(String.join(" ", of) + " : " + type));
    return texts.size() == 1 ? texts.get(0) : "(" + String.join(") (", texts) + ")";
  }

  /** The types of bound variables, in order: {@code (i h : nat) (t : list nat)} or {@code i h : nat}. */
  private static Map<String, String> variables(String binders) {
    String text = binders.startsWith("(") ? binders : "(" + binders + ")";
    Map<String, String> variables = new LinkedHashMap<>();
    Matcher m = GROUP.matcher(text);
    while (m.find()) {
      for (String v : m.group(1).trim().split(" +", -1)) {
        variables.put(v, m.group(2).trim());
      }
    }
    return variables;
  }

  /** The arguments that the head of a definition names. */
  private static Map<String, String> parameters(String definition) {
    return new TreeMap<>(variables(definition.substring(0, definition.indexOf(":="))));
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    Matcher m = WORD.matcher(text);
    while (m.find()) {
      words.add(m.group());
    }
    return words;
  }
}
