package dev.vmcts.corpus;

import dev.vmcts.corpus.DataType.Constructor;
import dev.vmcts.corpus.DataType.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Functions by cases on enumerations and on data that wraps something. */
final class CaseFunctions {

  /** What a function is for in a statement. */
  enum Role {
    TEST,
    STEP,
    RANK,
    RELATION,
    ROUTE,
    ITERATE,
    /** Looks at what follows each other in a list. */
    CHAIN,
    /** Looks at each value of a list. */
    EACH,
    CONTENT,
    BOUND
  }

  /**
   * A function as it is written.
   *
   * @param phrase what it does, in words
   * @param equations statements that pin it down, true by computation
   */
  record Made(
      Role role, String name, String text, String type, String phrase, List<String> equations) {
    Made {
      equations = List.copyOf(equations);
    }
  }

  /** The most cases of an enumeration whose pairs are looked at. */
  static final int LONGEST_PAIRED = 5;

  private static final List<String> ROUTES =
      List.of("path", "way", "route", "between", "trip", "seq");

  private final Dice dice;
  private final Names names;
  private final DataType type;
  private final String v;
  private final String u;
  private final List<Made> made = new ArrayList<>();

  CaseFunctions(Dice dice, Names names, DataType type) {
    this.dice = dice;
    this.names = names;
    this.type = type;
    this.v = type.variables().get(0);
    this.u = type.variables().get(1);
  }

  /** One to four functions. */
  List<Made> make() {
    if (type.kind() == Kind.ENUMERATION) {
      // Pairs are as many as the square of the cases.
      switch (type.constructors().size() > LONGEST_PAIRED
          ? dice.of(0, 1, 2, 4, 5)
          : dice.below(6)) {
        case 0 -> test();
        case 1 -> {
          test();
          step();
        }
        case 2 -> {
          test();
          step();
          iterate();
        }
        case 3 -> {
          relation();
          if (dice.chance(0.5)) {
            made.add(new CaseLists(dice, names, type).neighbours(made.get(0)));
          }
          if (dice.chance(0.7)) {
            route();
          }
        }
        case 4 -> {
          rank();
          test();
          if (dice.chance(0.5)) {
            step();
          }
        }
        default -> {
          switch (dice.below(3)) {
            case 0 -> test();
            case 1 -> rank();
            default -> step();
          }
          made.add(new CaseLists(dice, names, type).each(made.get(0)));
        }
      }
    } else {
      content();
      if (dice.chance(0.8)) {
        bound();
      }
      if (dice.chance(0.8)) {
        test();
      }
      if (dice.chance(0.2)) {
        rank();
      }
    }
    return made;
  }

  private String lines(Map<String, String> arms) {
    return arms.entrySet().stream()
        .map(a -> "\n  | " + a.getKey() + " => " + a.getValue())
        .collect(Collectors.joining());
  }

  private static String pattern(Constructor c) {
    return TermPrinter.print(c.pattern());
  }

  private static String unnamed(Constructor c) {
    return c.name() + " _".repeat(c.fields().size());
  }

  /** A function whose result does not depend on what is inside. */
  private void table(
      Role role,
      List<String> usual,
      String result,
      String phrase,
      Map<Constructor, String> results) {
    String name = names.function(usual);
    Map<String, String> arms = new LinkedHashMap<>();
    results.forEach((c, r) -> arms.put(unnamed(c), r));
    String most = dice.chance(0.45) ? mostCommon(results) : "";
    if (!most.isEmpty()) {
      arms.values().removeIf(most::equals);
      arms.put("_", most);
    }
    List<String> equations = new ArrayList<>();
    results.forEach((c, r) -> equations.add(quantified(c, name + " " + argument(c) + " = " + r)));
    ofOne(role, name, result, arms, phrase, equations);
  }

  private void ofOne(
      Role role,
      String name,
      String result,
      Map<String, String> arms,
      String phrase,
      List<String> equations) {
    String binder = "(" + v + " : " + type.name() + ") : " + result;
    add(role, name, binder, type.name() + " -> " + result, v, arms, phrase, equations);
  }

  private void ofTwo(
      Role role,
      String name,
      String result,
      Map<String, String> arms,
      String phrase,
      List<String> equations) {
    String binder = "(" + v + " " + u + " : " + type.name() + ") : " + result;
    String functionType = type.name() + " -> " + type.name() + " -> " + result;
    add(role, name, binder, functionType, v + ", " + u, arms, phrase, equations);
  }

  private void add(
      Role role,
      String name,
      String signature,
      String functionType,
      String matched,
      Map<String, String> arms,
      String phrase,
      List<String> equations) {
    String text = "Definition " + name + " " + signature + " :=\n  match " + matched + " with"
        + lines(arms) + "\n  end.";
    made.add(new Made(role, name, text, functionType, phrase, equations));
  }

  private static String mostCommon(Map<Constructor, String> results) {
    return results.values().stream()
        .collect(Collectors.groupingBy(r -> r, LinkedHashMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .filter(e -> e.getValue() > 1)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private static String argument(Constructor c) {
    return c.fields().isEmpty() ? c.name() : "(" + pattern(c) + ")";
  }

  private static String quantified(Constructor c, String body) {
    return c.fields().isEmpty()
        ? body
        : "forall " + c.fields().stream().map(Parameter::name).collect(Collectors.joining(" "))
            + ", " + body;
  }

  private void test() {
    Map<Constructor, String> results = new LinkedHashMap<>();
    List<Constructor> all = type.constructors();
    int from = dice.below(all.size());
    int to = dice.between(from, all.size() - 1);
    boolean run = dice.chance(0.5);
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      boolean yes = run ? from <= i && i <= to : dice.chance(0.5);
      results.put(all.get(i), String.valueOf(yes));
      if (yes) {
        chosen.add(all.get(i).name());
      }
    }
    String phrase = run && to > from + 1
        ? "is true from " + all.get(from).name() + " to " + all.get(to).name()
        : chosen.isEmpty()
            ? "is never true"
            : "is true for " + String.join(dice.of(", ", " and "), chosen);
    table(
        Role.TEST,
        List.of(
            "is_good",
            "allowed",
            "open",
            "ok",
            "works",
            "free",
            "is_" + all.get(from).name()),
        "bool",
        phrase,
        results);
  }

  private void rank() {
    Map<Constructor, String> results = new LinkedHashMap<>();
    boolean ordered = dice.chance(0.5);
    int next = dice.below(2);
    for (Constructor c : type.constructors()) {
      results.put(c, String.valueOf(ordered ? next++ : dice.below(7)));
    }
    table(
        Role.RANK,
        List.of("rank", "index", "price", "code", "points"),
        "nat",
        "gives each a number",
        results);
  }

  private void step() {
    List<Constructor> all = type.constructors();
    Map<Constructor, String> results = new LinkedHashMap<>();
    int mode = dice.below(5);
    int end = dice.between(1, all.size() - 1);
    List<Constructor> mixed = dice.shuffled(all);
    for (int i = 0; i < all.size(); i++) {
      Constructor target = switch (mode) {
        case 0 -> all.get((i + 1) % all.size());
        case 1 -> all.get((i + all.size() - 1) % all.size());
        // Goes round in the first few and leads back there from the others.
        case 2, 3 -> i < end ? all.get(i + 1) : all.get(0);
        default -> mixed.get(i);
      };
      results.put(all.get(i), target.name());
    }
    String phrase = switch (mode) {
      case 0 -> "gives the one after it";
      case 1 -> "gives the one before it";
      case 2, 3 ->
        "gives " + dice.of("the one after it", "the next one") + ", but "
            + all.get(0).name() + back(all, end);
      default -> "gives another one";
    };
    table(
        Role.STEP,
        List.of("next", "after", "turn", "move", "before", "succ"),
        type.name(),
        phrase,
        results);
  }

  /** For which values a cycle begins again. */
  private String back(List<Constructor> all, int end) {
    if (dice.chance(0.4)) {
      return " from " + all.get(end).name() + " on";
    }
    List<String> last =
        all.subList(end, all.size()).stream().map(Constructor::name).toList();
    return dice.of(" after ", " for ")
        + (last.size() == 1
            ? last.get(0)
            : String.join(", ", last.subList(0, last.size() - 1)) + " and "
                + last.get(last.size() - 1));
  }

  private void iterate() {
    String step = made.get(made.size() - 1).name();
    String name = names.function(List.of("iterate", "repeat", "times", "steps", "iter", "walk"));
    String k = dice.of("m", "k", "p", "n'");
    boolean first = dice.chance(0.6);
    String inside = first
        ? name + " " + k + " (" + step + " " + v + ")"
        : step + " (" + name + " " + k + " " + v + ")";
    String text =
        "Fixpoint " + name + " (n : nat) (" + v + " : " + type.name() + ") : " + type.name()
            + " :=\n  match n with\n  | 0 => " + v + "\n  | S " + k + " => " + inside + "\n  end.";
    List<String> equations = List.of(
        "forall " + v + ", " + name + " 0 " + v + " = " + v,
        "forall n " + v + ", " + name + " (S n) " + v + " = "
            + inside.replace(" " + k + " ", " n "));
    made.add(new Made(
        Role.ITERATE,
        name,
        text,
        "nat -> " + type.name() + " -> " + type.name(),
        "applies " + step + " n times",
        equations));
  }

  private void relation() {
    String name =
        names.function(List.of("clash", "beats", "near", "fits", "next_to", "above", "linked"));
    List<Constructor> all = type.constructors();
    Map<String, String> arms = new LinkedHashMap<>();
    boolean symmetric = dice.chance(0.6);
    for (int i = dice.between(1, 4); i > 0; i--) {
      String a = dice.pick(all).name();
      String b = dice.pick(all).name();
      arms.put(a + ", " + b, "true");
      if (symmetric) {
        arms.put(b + ", " + a, "true");
      }
    }
    List<String> equations = new ArrayList<>();
    for (Constructor a : all) {
      for (Constructor b : all) {
        boolean yes = arms.containsKey(a.name() + ", " + b.name());
        if (yes || dice.chance(0.3)) {
          equations.add(name + " " + a.name() + " " + b.name() + " = " + yes);
        }
      }
    }
    String phrase = "is true only for "
        + arms.keySet().stream().map(p -> p.replace(", ", " ")).collect(Collectors.joining(", "));
    arms.put("_, _", "false");
    ofTwo(Role.RELATION, name, "bool", arms, phrase, equations);
  }

  /** A list for each pair: the two, or with something between them. */
  private void route() {
    if (dice.chance(0.4)) {
      detour();
      return;
    }
    String name = names.function(ROUTES);
    List<Constructor> all = type.constructors();
    Map<String, String> arms = new LinkedHashMap<>();
    List<String> equations = new ArrayList<>();
    for (int i = dice.between(1, 4); i > 0; i--) {
      String a = dice.pick(all).name();
      String b = dice.pick(all).name();
      String list = dice.chance(0.4)
          ? "[" + a + "]"
          : "[" + a + "; " + dice.pick(all).name() + "; " + b + "]";
      if (arms.putIfAbsent(a + ", " + b, list) == null) {
        equations.add(name + " " + a + " " + b + " = " + list);
      }
    }
    for (Constructor c : all) {
      if (dice.chance(0.5)
          && arms.putIfAbsent(c.name() + ", " + c.name(), "[" + c.name() + "]") == null) {
        equations.add(name + " " + c.name() + " " + c.name() + " = [" + c.name() + "]");
      }
    }
    String a = dice.pick(all).name();
    String b = dice.pick(all).name();
    if (!arms.containsKey(a + ", " + b)) {
      equations.add(name + " " + a + " " + b + " = [" + a + "; " + b + "]");
    }
    arms.put("_, _", "[" + v + "; " + u + "]");
    String phrase = "lists what is passed from " + v + " to " + u;
    ofTwo(Role.ROUTE, name, "list " + type.name(), arms, phrase, equations);
  }

  /** The two, one if they are the same, or by way of a third where the relation holds. */
  private void detour() {
    String relation = made.get(0).name();
    String name = names.function(ROUTES);
    List<String> all = type.constructors().stream().map(Constructor::name).toList();
    String middle = dice.pick(all);
    Map<String, String> arms = new LinkedHashMap<>();
    List<String> equations = new ArrayList<>();
    for (String c : all) {
      arms.put(c + ", " + c, "[" + c + "]");
    }
    for (String a : all) {
      for (String b : all) {
        boolean related = made.get(0).text().contains("| " + a + ", " + b + " => true");
        if (related && !a.equals(b)) {
          arms.put(a + ", " + b, "[" + a + "; " + middle + "; " + b + "]");
        }
        if (dice.chance(0.4)) {
          equations.add(name + " " + a + " " + b + " = "
              + arms.getOrDefault(a + ", " + b, "[" + a + "; " + b + "]"));
        }
      }
    }
    if (equations.isEmpty()) {
      equations.add(name + " " + all.get(0) + " " + all.get(0) + " = [" + all.get(0) + "]");
    }
    arms.put("_, _", "[" + v + "; " + u + "]");
    String phrase = "lists what is passed from " + v + " to " + u + ": only " + v + " if " + u
        + " is " + v + ", and " + dice.of("by way of ", "over ") + middle
        + (dice.chance(0.5)
            ? " where " + v + " and " + u + " " + relation
            : " where " + relation + " holds");
    ofTwo(Role.ROUTE, name, "list " + type.name(), arms, phrase, equations);
  }

  private void content() {
    String name = names.function(List.of("content", "inside", "items", "parts", "get", "unwrap"));
    Map<String, String> arms = new LinkedHashMap<>();
    List<String> equations = new ArrayList<>();
    for (Constructor c : type.constructors()) {
      String f = c.fields().get(0).name();
      arms.put(c.name() + " " + f + (c.fields().size() > 1 ? " _" : ""), f);
      equations.add(quantified(c, name + " " + argument(c) + " = " + f));
    }
    String result = type.constructors().get(0).fields().get(0).type();
    ofOne(Role.CONTENT, name, result, arms, "gives what is inside", equations);
  }

  private void bound() {
    boolean list = type.constructors().get(0).fields().get(0).type().startsWith("list");
    boolean proposition = dice.chance(0.7);
    String relation = proposition ? dice.of("<=", "<=", "<", ">=") : dice.of("<=?", "<?");
    String name = names.function(List.of("ok", "small", "valid", "fine", "fits", "good", "legal"));
    Map<String, String> arms = new LinkedHashMap<>();
    List<String> equations = new ArrayList<>();
    for (Constructor c : type.constructors()) {
      String f = c.fields().get(0).name();
      boolean constant = dice.chance(0.1);
      String size = list ? "length " + f : f;
      String body = constant
          ? (proposition ? "True" : "true")
          : size + " " + relation + " " + dice.between(1, 9);
      arms.put(c.name() + " " + (constant ? "_" : f) + (c.fields().size() > 1 ? " _" : ""), body);
      equations.add(quantified(
          c,
          name + " " + argument(c) + (proposition ? " <-> " : " = ")
              + (proposition ? body : "(" + body + ")")));
    }
    String result = proposition ? "Prop" : "bool";
    ofOne(Role.BOUND, name, result, arms, "bounds what is inside", equations);
  }
}
