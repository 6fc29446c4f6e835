package dev.vmcts.corpus;

import dev.vmcts.corpus.DataType.Constructor;
import dev.vmcts.corpus.DataType.Kind;
import java.util.ArrayList;
import java.util.List;

/** Functions on lists, trees and expressions that fold, rebuild, join and test. */
final class DataFunctions {

  private DataFunctions() {}

  /** A function to nat: size, number of leaves, sum, depth, or any mixture. */
  static Function measure(Context context) {
    Dice dice = context.dice();
    int mode = dice.below(5);
    int step = dice.chance(0.75) ? 1 : 2;
    int base = dice.chance(0.6) ? 0 : dice.between(1, 2);
    boolean successor = dice.chance(0.5) && step == 1;
    boolean constantFirst = dice.chance(0.5);
    List<String> usual = List.of(
            List.of("size", "count", "len", "nodes", "weight"),
            List.of("leaves", "tips", "count_leaves", "ends"),
            List.of("sum", "total", "add_all", "sum_up"),
            List.of("depth", "height", "deep"),
            List.<String>of("cost", "rank", "score"))
        .get(mode);
    String phrase = List.of(
            "counts the nodes",
            "counts the leaves",
            "adds up the numbers",
            "computes the depth",
            "computes a number")
        .get(mode);
    return context.byCases(usual, List.of(), "nat", phrase, (self, c) -> {
      List<Term> parts = new ArrayList<>(
          mode == 2 || (mode == 4 && dice.chance(0.6)) ? context.numbers(c) : List.of());
      List<Term> calls = context.recursions(self, c);
      if (calls.isEmpty()) {
        return parts.isEmpty()
            ? Term.num(mode == 1 ? Math.max(1, base) : mode == 2 ? 0 : base)
            : parts.get(0);
      }
      if (mode == 3) {
        Term deepest = calls.get(0);
        for (Term t : calls.subList(1, calls.size())) {
          deepest = Term.call("Nat.max", deepest, t);
        }
        return plus(step, deepest, successor, constantFirst);
      }
      parts.addAll(constantFirst ? parts.size() : 0, calls);
      Term sum = Context.join("+", parts);
      boolean bare =
          mode == 2 || (mode == 1 && calls.size() > 1) || (mode == 4 && dice.chance(0.3));
      return bare ? sum : plus(step, sum, successor, constantFirst);
    });
  }

  private static Term plus(int constant, Term term, boolean successor, boolean constantFirst) {
    if (successor) {
      return Term.make("S", term);
    }
    return constantFirst
        ? Term.op("+", Term.num(constant), term)
        : Term.op("+", term, Term.num(constant));
  }

  /** A function to the type itself: maps the numbers, or mirrors. */
  static Function rebuild(Context context) {
    Dice dice = context.dice();
    int k = dice.between(1, 3);
    int mode = dice.below(6);
    boolean mirror = context.type().kind() != Kind.SEQUENCE
        && context.type().kind() != Kind.LIST
        && dice.chance(0.45);
    boolean change = !mirror || dice.chance(0.2);
    List<String> usual = mirror
        ? List.of("mirror", "swap", "flip", "reflect")
        : List.of("bump", "inc", "dbl", "map_it", "up");
    String phrase = mirror ? "swaps left and right" : "changes every number";
    return context.byCases(usual, List.of(), context.type().name(), phrase, (self, c) -> {
      List<Term> args = new ArrayList<>();
      for (Parameter f : c.fields()) {
        args.add(
            context.type().recursive(f)
                ? Context.recursion(self, f)
                : change ? change(mode, k, f.variable()) : f.variable());
      }
      return new Term.Make(c.name(), mirror ? mirrored(context, c, args) : args);
    });
  }

  private static Term change(int mode, int k, Term x) {
    return switch (mode) {
      case 0 -> Term.make("S", x);
      case 1 -> Term.op("+", x, Term.num(k));
      case 2 -> Term.op("*", Term.num(2), x);
      case 3 -> Term.op("+", x, x);
      case 4 -> Term.num(k - 1);
      default -> x;
    };
  }

  private static List<Term> mirrored(Context context, Constructor c, List<Term> args) {
    List<Term> swapped = new ArrayList<>(args);
    int last = args.size() - 1;
    for (int i = 0; i <= last; i++) {
      if (context.type().recursive(c.fields().get(i))) {
        for (int j = last; j > i; j--) {
          if (context.type().recursive(c.fields().get(j))) {
            swapped.set(i, args.get(j));
            swapped.set(j, args.get(i));
            return swapped;
          }
        }
      }
    }
    return swapped;
  }

  /** A function of two values that puts the second one at the end of the first. */
  static Function attach(Context context) {
    Dice dice = context.dice();
    Parameter second =
        new Parameter(context.type().variables().get(1), context.type().name());
    boolean everywhere = dice.chance(0.4);
    return context.byCases(
        List.of("app", "join", "append", "graft", "concat", "cat"),
        List.of(second),
        context.type().name(),
        "puts the second argument at the end of the first",
        (self, c) -> {
          List<Term> args = new ArrayList<>();
          boolean done = false;
          for (Parameter f : c.fields()) {
            boolean here = context.type().recursive(f) && (everywhere || !done);
            done |= here;
            args.add(here ? Context.recursion(self, f, second.variable()) : f.variable());
          }
          return done || !c.fields().isEmpty() ? new Term.Make(c.name(), args) : second.variable();
        });
  }

  /** A function to the list of all numbers. */
  static Function elements(Context context) {
    return context.byCases(
        List.of("flatten", "to_list", "elems", "items", "values", "collect"),
        List.of(),
        "list nat",
        "lists the numbers",
        (self, c) -> {
          List<Term> parts = new ArrayList<>();
          for (Parameter f : c.fields()) {
            parts.add(
                context.type().recursive(f)
                    ? Context.recursion(self, f)
                    : Term.make("cons", f.variable(), Term.make("nil")));
          }
          if (parts.isEmpty()) {
            return Term.make("nil");
          }
          if (parts.size() > 1 && !context.type().recursive(c.fields().get(0))) {
            return Term.op(
                "::",
                c.fields().get(0).variable(),
                Context.joinRight("++", parts.subList(1, parts.size())));
          }
          return Context.joinRight("++", parts);
        });
  }

  /** A test of every number, or for one. */
  static Function check(Context context) {
    Dice dice = context.dice();
    boolean all = dice.chance(0.6);
    int k = dice.between(0, 3);
    String relation = dice.of("<?", "=?", "<=?");
    boolean reversed = dice.chance(0.3);
    return context.byCases(
        all
            ? List.of("all_small", "forall_ok", "every", "bounded", "all_eq")
            : List.of("any", "has", "some_eq", "contains"),
        List.of(),
        "bool",
        all ? "tests every number" : "looks for a number",
        (self, c) -> {
          List<Term> tests = new ArrayList<>();
          for (Term x : context.numbers(c)) {
            tests.add(
                reversed ? Term.op(relation, Term.num(k), x) : Term.op(relation, x, Term.num(k)));
          }
          tests.addAll(context.recursions(self, c));
          return tests.isEmpty() ? Term.bool(all) : Context.joinRight(all ? "&&" : "||", tests);
        });
  }
}
