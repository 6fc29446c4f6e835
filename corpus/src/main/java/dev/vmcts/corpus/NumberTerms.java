package dev.vmcts.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Random terms over numbers, arithmetic, and functions on numbers that an item defines. */
final class NumberTerms implements Vocabulary {

  private static final String NUMBER = "nat";
  private static final String TRUTH = "bool";

  private final Dice dice;
  private final List<Function> functions;
  private final List<String> names;
  private final boolean products;

  NumberTerms(Dice dice, List<Function> functions) {
    this.dice = dice;
    this.functions = List.copyOf(functions);
    this.names = List.of(dice.word("n,m,k a,b,c b,n,m x,y,z m,n,p n,m,b i,j,k").split(",", -1));
    this.products = functions.stream()
        .anyMatch(
            f -> f.cases().stream().anyMatch(c -> TermPrinter.print(c.body()).contains("*")));
  }

  @Override
  public List<Parameter> variables() {
    return names.stream().map(n -> new Parameter(n, NUMBER)).toList();
  }

  @Override
  public List<String> inductive() {
    return names;
  }

  @Override
  public List<String> types() {
    return List.of(NUMBER, TRUTH);
  }

  @Override
  public Term of(String type, int depth) {
    return type.equals(NUMBER) ? number(depth) : truth(depth);
  }

  @Override
  public List<Term> laws(String type) {
    List<Term> terms = new ArrayList<>();
    Term n = Term.var(names.get(0));
    Term m = Term.var(names.get(1));
    Term k = Term.var(names.get(2));
    for (Function f : functions) {
      if (!f.result().equals(type)) {
        continue;
      }
      if (f.parameters().size() == 1) {
        pair(terms, type, f.of(n), f.of(m));
        terms.addAll(
            List.of(f.of(Term.op("+", n, m)), f.of(Term.make("S", n)), f.of(Term.op("*", n, m))));
        if (type.equals(NUMBER)) {
          terms.add(f.of(f.of(n)));
        }
      } else if (f.parameters().size() == 2) {
        pair(terms, type, f.of(n, m), f.of(n, k));
        pair(terms, type, f.of(n, k), f.of(m, k));
        terms.addAll(List.of(
            f.of(n, Term.op("+", m, k)),
            f.of(Term.op("+", n, m), k),
            f.of(n, Term.op("*", m, k)),
            f.of(Term.op("*", n, m), k),
            f.of(n, Term.make("S", m)),
            f.of(Term.make("S", n), m),
            f.of(n, Term.num(0)),
            f.of(Term.num(0), n),
            f.of(m, n)));
        if (type.equals(NUMBER)) {
          terms.add(f.of(f.of(n, m), k));
          terms.add(f.of(n, f.of(m, k)));
          terms.add(Term.make("S", f.of(n, m)));
        }
      }
    }
    return terms;
  }

  private static void pair(List<Term> terms, String type, Term left, Term right) {
    terms.add(left);
    for (String join : type.equals(NUMBER) ? List.of("+", "*") : List.of("&&", "||")) {
      terms.add(Term.op(join, left, right));
    }
    if (type.equals(TRUTH)) {
      terms.add(Term.call("negb", left));
    }
  }

  private Term number(int depth) {
    List<IntFunction<Term>> ways = new ArrayList<>();
    if (depth > 0) {
      ways.add(d -> Term.op("+", number(d), number(d)));
      ways.add(d -> Term.make("S", number(d)));
      if (products) {
        ways.add(d -> Term.op("*", number(d), number(d)));
      }
      own(NUMBER, ways);
      return dice.pick(ways).apply(depth - 1);
    }
    return dice.chance(0.85) ? variable() : Term.num(dice.between(0, 2));
  }

  private Term truth(int depth) {
    List<IntFunction<Term>> ways = new ArrayList<>();
    own(TRUTH, ways);
    ways.add(d -> Term.op(dice.of("=?", "<=?", "<?"), variable(), number(Math.min(1, d))));
    if (depth > 1) {
      ways.add(d -> Term.op(dice.of("&&", "||"), truth(d), truth(d)));
      ways.add(d -> Term.call("negb", truth(d)));
    }
    return dice.pick(ways).apply(Math.max(0, depth - 1));
  }

  @Override
  public Term proposition(int depth) {
    if (depth > 1 && dice.chance(0.25)) {
      return Term.op(dice.of("\\/", "/\\"), proposition(1), proposition(1));
    }
    return dice.chance(0.4)
        ? Term.eq(truth(depth), Term.bool(dice.chance(0.75)))
        : Term.op(dice.of("<=", "<", "=", "<>"), number(depth), number(depth));
  }

  private Term variable() {
    return Term.var(names.get(dice.of(0, 0, 0, 1, 1, 2)));
  }

  private void own(String result, List<IntFunction<Term>> ways) {
    for (Function f : functions) {
      if (f.result().equals(result)) {
        IntFunction<Term> way = d ->
            new Term.Call(f.name(), f.parameters().stream().map(p -> number(d)).toList());
        ways.add(way);
        ways.add(way);
        ways.add(way);
      }
    }
  }
}
