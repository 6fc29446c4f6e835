package dev.vmcts.corpus;

import java.util.ArrayList;
import java.util.List;

/** Functions on lists and sequences beyond folds: reversing, taking, dropping, mixing, positions. */
final class ListFunctions {

  private ListFunctions() {}

  /** A function on a list type whose second constructor holds a head and a tail. */
  static Function make(Context context) {
    Dice dice = context.dice();
    return switch (dice.below(5)) {
      case 0 -> snoc(context);
      case 1 -> positional(context);
      case 2 -> zipped(context);
      case 3 -> pairwise(context);
      default -> doubled(context);
    };
  }

  /** Builds a list of the type from a head and a tail. */
  static Term cons(Context context, Term head, Term tail) {
    return new Term.Make(context.type().constructors().get(1).name(), List.of(head, tail));
  }

  static Term nil(Context context) {
    return Term.make(context.type().constructors().get(0).name());
  }

  private static Function snoc(Context context) {
    Parameter y = new Parameter("y", "nat");
    return context.byCases(
        List.of("snoc", "add_end", "push_back", "append1"),
        List.of(y),
        context.type().name(),
        "puts a number at the end",
        (self, c) -> {
          if (c.fields().isEmpty()) {
            return cons(context, y.variable(), nil(context));
          }
          List<Term> args = new ArrayList<>();
          c.fields()
              .forEach(f -> args.add(
                  context.type().recursive(f)
                      ? Term.call(self, f.variable(), y.variable())
                      : f.variable()));
          return new Term.Make(c.name(), args);
        });
  }

  private static Function positional(Context context) {
    Dice dice = context.dice();
    Context numbers = context.with(DataType.nat("n", "m", "i"));
    String list = context.type().name();
    String s = context.type().variables().get(0);
    boolean take = dice.chance(0.5);
    String name = context
        .names()
        .function(take ? List.of("take", "firstk", "prefix") : List.of("drop", "skip", "after"));
    var consCase = context.type().constructors().get(1);
    Term tail = consCase.fields().get(1).variable();
    Term call = Term.call(name, Term.var("i"), tail);
    Term inner = new Term.Match(
        List.of(Term.var(s)),
        context.type().constructors().stream()
            .map(c -> c.fields().isEmpty()
                ? new Term.Arm(c.pattern(), nil(context))
                : new Term.Arm(
                    take || c.fields().size() < 2 ? c.pattern() : dropHead(c),
                    step(context, c, name, take, call)))
            .toList());
    return new Function(
        name,
        List.of(new Parameter("n", "nat"), new Parameter(s, list)),
        list,
        0,
        numbers.cases(
            name, (self, c) -> c.fields().isEmpty() ? (take ? nil(context) : Term.var(s)) : inner),
        take ? "keeps the first elements" : "drops the first elements");
  }

  private static Term dropHead(DataType.Constructor c) {
    return c.pattern().with(c.fields().get(0).name(), Term.var("_"));
  }

  private static Term step(
      Context context, DataType.Constructor c, String name, boolean take, Term call) {
    if (c.fields().size() < 2) {
      Term rest = Term.call(name, Term.var("i"), c.fields().get(0).variable());
      return take ? new Term.Make(c.name(), List.of(rest)) : rest;
    }
    return take ? cons(context, c.fields().get(0).variable(), call) : call;
  }

  private static Function zipped(Context context) {
    Dice dice = context.dice();
    Parameter other =
        new Parameter(context.type().variables().get(1), context.type().name());
    boolean mix = dice.chance(0.4);
    String operator = dice.of("+", "*");
    return context.byCases(
        mix ? List.of("mix", "weave", "interleave") : List.of("add_lists", "zip_add", "combine"),
        List.of(other),
        context.type().name(),
        mix ? "takes numbers from both in turn" : "combines the numbers of both",
        (self, c) -> {
          if (c.fields().isEmpty()) {
            return other.variable();
          } else if (c.fields().size() < 2) {
            return Term.call(self, c.fields().get(0).variable(), other.variable());
          }
          Term x = c.fields().get(0).variable();
          Term tail = c.fields().get(1).variable();
          Term y = Term.var("y");
          Term rest = Term.var("ys0");
          Term both = mix
              ? cons(context, x, cons(context, y, Term.call(self, tail, rest)))
              : cons(context, Term.op(operator, x, y), Term.call(self, tail, rest));
          List<Term.Arm> arms = new ArrayList<>();
          arms.add(new Term.Arm(nil(context), c.pattern()));
          arms.add(new Term.Arm(cons(context, y, rest), both));
          if (context.type().constructors().size() > 2) {
            arms.add(new Term.Arm(Term.var("_"), c.pattern()));
          }
          return new Term.Match(List.of(other.variable()), arms);
        });
  }

  private static Function pairwise(Context context) {
    Dice dice = context.dice();
    Parameter d = new Parameter("d", "nat");
    boolean head = dice.chance(0.5);
    return context.byCases(
        head ? List.of("head_or", "first_or", "hd0") : List.of("last_or", "final", "end_of"),
        List.of(d),
        "nat",
        head ? "gives the first number or a default" : "gives the last number or a default",
        (self, c) -> {
          if (c.fields().isEmpty()) {
            return d.variable();
          } else if (c.fields().size() < 2) {
            return Term.call(self, c.fields().get(0).variable(), d.variable());
          }
          return head
              ? c.fields().get(0).variable()
              : Term.call(self, c.fields().get(1).variable(), c.fields().get(0).variable());
        });
  }

  private static Function doubled(Context context) {
    Dice dice = context.dice();
    boolean copy = dice.chance(0.5);
    int k = dice.between(0, 2);
    return context.byCases(
        copy ? List.of("dup", "stutter", "echo") : List.of("clear", "mark", "sep"),
        List.of(),
        context.type().name(),
        copy ? "writes every number twice" : "writes a number before every other",
        (self, c) -> {
          if (c.fields().isEmpty()) {
            return nil(context);
          } else if (c.fields().size() < 2) {
            return new Term.Make(c.name(), context.recursions(self, c));
          }
          Term x = c.fields().get(0).variable();
          Term rest = Term.call(self, c.fields().get(1).variable());
          return cons(context, copy ? x : Term.num(k), cons(context, x, rest));
        });
  }

  /** Reversal by putting the head at the end with an earlier function, or with {@code ++}. */
  static Function reverse(Context context, Function snocOrAttach) {
    return context.byCases(
        List.of("reverse", "revl", "back", "turn"),
        List.of(),
        context.type().name(),
        "reverses the order",
        (self, c) -> {
          if (c.fields().isEmpty()) {
            return nil(context);
          }
          Term rest = Term.call(self, c.fields().get(c.fields().size() - 1).variable());
          if (c.fields().size() < 2) {
            return rest;
          }
          Term x = c.fields().get(0).variable();
          return snocOrAttach.takes(context.type().name(), "nat")
              ? snocOrAttach.of(rest, x)
              : snocOrAttach.of(rest, cons(context, x, nil(context)));
        });
  }
}
