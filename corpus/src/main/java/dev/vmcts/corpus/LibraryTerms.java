package dev.vmcts.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/** Random terms over variables, functions of Coq's library, and functions that an item defines. */
final class LibraryTerms implements Vocabulary {

  /** The topics of which an item has a few: each brings a symbol or two. */
  enum Topic {
    APPEND,
    MAP,
    FILTER,
    REVERSE,
    LENGTH,
    MEMBER,
    ALL,
    ANY,
    SUM,
    PARTS,
    REPEAT
  }

  static final String LIST = "list nat";
  private static final String NUMBER = "nat";
  private static final String TRUTH = "bool";

  private final Dice dice;
  private final List<Topic> topics;
  private final List<Function> functions;
  private final Map<String, String> variables = new LinkedHashMap<>();
  private final List<String> lists;
  private final List<String> elements;
  private final List<String> numbers;
  private final String change;
  private final String test;

  LibraryTerms(Dice dice, List<Topic> topics, List<Function> functions) {
    this.dice = dice;
    this.topics = List.copyOf(topics);
    this.functions = List.copyOf(functions);
    this.change = dice.word("f f f g h");
    this.test = dice.word("p p p q t");
    this.lists = List.of(dice.word("l,k l,m xs,ys l1,l2 l,l' u,v s,t0").split(",", -1));
    this.elements = List.of(dice.word("x,y a,b y,z x,z").split(",", -1));
    this.numbers = List.of(dice.word("n,i i,j n,j n,i0").split(",", -1));
    variables.put(change, "nat -> nat");
    variables.put(test, "nat -> bool");
    lists.forEach(v -> variables.put(v, LIST));
    elements.forEach(v -> variables.put(v, NUMBER));
    numbers.forEach(v -> variables.put(v, NUMBER));
  }

  @Override
  public List<Parameter> variables() {
    return variables.entrySet().stream()
        .map(e -> new Parameter(e.getKey(), e.getValue()))
        .toList();
  }

  @Override
  public List<String> types() {
    return List.of(LIST, NUMBER, TRUTH);
  }

  @Override
  public Term of(String type, int depth) {
    return switch (type) {
      case LIST -> list(depth);
      case NUMBER -> number(depth);
      default -> truth(depth);
    };
  }

  /** Lists, and numbers that are no elements. */
  @Override
  public List<String> inductive() {
    List<String> names = new ArrayList<>(lists);
    if (topics.contains(Topic.PARTS) || topics.contains(Topic.REPEAT)) {
      names.addAll(numbers);
    }
    return names;
  }

  /** A list of numbers. */
  private Term list(int depth) {
    List<IntFunction<Term>> ways = new ArrayList<>();
    if (depth > 0) {
      if (topics.contains(Topic.APPEND)) {
        ways.add(d -> Term.op("++", list(d), list(d)));
        ways.add(d -> Term.op("++", list(d), Term.make("cons", element(), Term.make("nil"))));
      }
      if (topics.contains(Topic.MAP)) {
        ways.add(d -> Term.call("map", Term.var(change), list(d)));
      }
      if (topics.contains(Topic.FILTER)) {
        ways.add(d -> Term.call("filter", Term.var(test), list(d)));
      }
      if (topics.contains(Topic.REVERSE)) {
        ways.add(d -> Term.call("rev", list(d)));
      }
      if (topics.contains(Topic.PARTS)) {
        String part = dice.of("firstn", "skipn");
        ways.add(d -> Term.call(part, Term.var(numbers.get(0)), list(d)));
      }
      if (topics.contains(Topic.REPEAT)) {
        ways.add(d -> Term.call("repeat", element(), Term.var(dice.pick(numbers))));
      }
      ways.add(d -> Term.make("cons", element(), list(d)));
      own(LIST, ways);
      return dice.pick(ways).apply(depth - 1);
    }
    return dice.chance(0.93) ? Term.var(lists.get(dice.chance(0.65) ? 0 : 1)) : Term.make("nil");
  }

  @Override
  public List<Term> laws(String result) {
    Term l = Term.var(lists.get(0));
    Term k = Term.var(lists.get(1));
    Term x = Term.var(elements.get(0));
    List<Term> terms = new ArrayList<>();
    for (UnaryOperator<Term> f : onLists(result)) {
      Term left = f.apply(l);
      Term right = f.apply(k);
      terms.add(left);
      terms.add(f.apply(Term.op("++", l, k)));
      terms.add(f.apply(Term.op("++", l, Term.make("cons", x, Term.make("nil")))));
      for (String join : result.equals(LIST)
          ? List.of("++")
          : result.equals(NUMBER) ? List.of("+") : List.of("&&", "||")) {
        terms.add(Term.op(join, left, right));
        terms.add(Term.op(join, right, left));
      }
      for (UnaryOperator<Term> g : onLists(LIST)) {
        terms.add(f.apply(g.apply(l)));
        if (result.equals(LIST)) {
          terms.add(g.apply(left));
        }
      }
    }
    if (result.equals(NUMBER)) {
      terms.add(Term.op("*", Term.num(2), Term.call("length", l)));
      terms.add(Term.make("S", Term.call("length", l)));
    }
    return terms;
  }

  private List<UnaryOperator<Term>> onLists(String result) {
    List<UnaryOperator<Term>> all = new ArrayList<>();
    Term x = Term.var(elements.get(0));
    switch (result) {
      case LIST -> {
        addIf(all, Topic.MAP, t -> Term.call("map", Term.var(change), t));
        addIf(all, Topic.FILTER, t -> Term.call("filter", Term.var(test), t));
        addIf(all, Topic.REVERSE, t -> Term.call("rev", t));
      }
      case NUMBER -> {
        all.add(t -> Term.call("length", t));
        addIf(all, Topic.SUM, t -> Term.call("list_sum", t));
      }
      default -> {
        addIf(all, Topic.ALL, t -> Term.call("forallb", Term.var(test), t));
        addIf(all, Topic.ANY, t -> Term.call("existsb", Term.var(test), t));
      }
    }
    for (Function f : functions) {
      if (f.result().equals(result)) {
        all.add(t -> new Term.Call(
            f.name(),
            f.parameters().stream().map(p -> p.type().equals(LIST) ? t : x).toList()));
      }
    }
    return all;
  }

  private void addIf(List<UnaryOperator<Term>> all, Topic topic, UnaryOperator<Term> function) {
    if (topics.contains(topic)) {
      all.add(function);
    }
  }

  /** A number. */
  private Term number(int depth) {
    List<IntFunction<Term>> ways = new ArrayList<>();
    if (depth > 0) {
      if (topics.contains(Topic.LENGTH)) {
        ways.add(d -> Term.call("length", list(d)));
        ways.add(d -> Term.call("length", list(d)));
      }
      if (topics.contains(Topic.SUM)) {
        ways.add(d -> Term.call("list_sum", list(d)));
      }
      own(NUMBER, ways);
      if (ways.isEmpty()) {
        return number(0);
      }
      if (depth > 1) {
        ways.add(d -> Term.op("+", number(d), number(d)));
        ways.add(d -> Term.make("S", number(d)));
      }
      return dice.pick(ways).apply(depth - 1);
    }
    return dice.of(
        element(),
        Term.var(dice.pick(numbers)),
        Term.num(dice.below(3)),
        Term.call("length", Term.var(lists.get(0))));
  }

  /** A boolean. */
  private Term truth(int depth) {
    List<IntFunction<Term>> ways = new ArrayList<>();
    if (topics.contains(Topic.ALL)) {
      ways.add(d -> Term.call("forallb", Term.var(test), list(d)));
    }
    if (topics.contains(Topic.ANY)) {
      ways.add(d -> Term.call("existsb", Term.var(test), list(d)));
    }
    own(TRUTH, ways);
    if (depth > 1) {
      ways.add(d -> Term.op(dice.of("&&", "||"), truth(d), truth(d)));
      ways.add(d -> Term.call("negb", truth(d)));
    }
    if (ways.isEmpty() || dice.chance(0.2)) {
      return Term.call(test, element());
    }
    return dice.pick(ways).apply(Math.max(0, depth - 1));
  }

  @Override
  public Term proposition(int depth) {
    if (depth > 1 && dice.chance(0.35)) {
      return Term.op(dice.of("\\/", "/\\", "\\/"), proposition(1), proposition(1));
    }
    return switch (dice.below(topics.contains(Topic.MEMBER) ? 6 : 3)) {
      case 0 -> Term.eq(truth(depth), Term.bool(dice.chance(0.75)));
      case 1 -> Term.op(dice.of("<=", "<=", "<", "="), number(depth), number(depth));
      case 2 -> Term.eq(list(depth), list(0));
      default -> Term.call("In", element(), list(depth));
    };
  }

  private Term element() {
    if (topics.contains(Topic.MAP) && dice.chance(0.15)) {
      return Term.call(change, Term.var(elements.get(0)));
    }
    return Term.var(elements.get(dice.chance(0.75) ? 0 : 1));
  }

  private void own(String result, List<IntFunction<Term>> ways) {
    for (Function f : functions) {
      if (f.result().equals(result)) {
        IntFunction<Term> way = d -> new Term.Call(
            f.name(),
            f.parameters().stream()
                .map(p -> p.type().equals(LIST) ? list(d) : element())
                .toList());
        ways.add(way);
        ways.add(way);
      }
    }
  }
}
