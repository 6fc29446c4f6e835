package dev.vmcts.corpus;

import dev.vmcts.corpus.DataType.Kind;
import java.util.ArrayList;
import java.util.List;

/** Random statements about the functions of an item; most are false and are dropped by evaluation. */
final class Candidates {

  private final Dice dice;
  private final DataType type;
  private final List<Function> functions;
  private final Parameter v;
  private final Parameter u;
  private final Parameter w;
  private final Parameter y;
  private final List<Term> found = new ArrayList<>();

  Candidates(Context context, List<Function> functions) {
    this.dice = context.dice();
    this.type = context.type();
    this.functions = functions;
    this.v = new Parameter(type.variables().get(0), type.name());
    this.u = new Parameter(type.variables().get(1), type.name());
    this.w = new Parameter(third(type.variables()), type.name());
    this.y = new Parameter("y", "nat");
  }

  /** A name for a third variable, unlike the two others and the predecessor. */
  private static String third(List<String> variables) {
    String usual = variables.get(2);
    return usual.equals("p") ? variables.subList(0, 2).contains("k") ? "i" : "k" : usual;
  }

  /** Statements in random order. */
  List<Statement> make() {
    functions.forEach(this::alone);
    for (Function f : functions) {
      for (Function g : functions) {
        together(f, g);
      }
    }
    if (type.kind() == Kind.LIST) {
      overAppend();
    } else if (type.kind() == Kind.NAT) {
      overSum();
    } else if (type.kind() == Kind.ENUMERATION) {
      overEnumeration();
    }
    List<Parameter> all = dice.chance(0.6) ? List.of(v, u, w, y) : List.of(y, v, u, w);
    return dice.shuffled(found).stream().map(p -> Statement.about(all, p)).toList();
  }

  private Term call(Function f, Term first) {
    List<Term> args = new ArrayList<>();
    boolean used = false;
    for (Parameter p : f.parameters()) {
      if (p.type().equals(type.name())
          && !used
          && !(f.parameters().indexOf(p) != Math.max(0, f.scrutinee()))) {
        args.add(first);
        used = true;
      } else {
        args.add(p.type().equals(type.name()) ? u.variable() : y.variable());
      }
    }
    return new Term.Call(f.name(), args);
  }

  private boolean joins(Function f) {
    return f.takes(type.name(), type.name()) && f.result().equals(type.name());
  }

  private boolean known(Function f) {
    return f.parameters().stream()
            .allMatch(p -> p.type().equals(type.name()) || p.type().equals("nat"))
        && f.parameters().stream().anyMatch(p -> p.type().equals(type.name()));
  }

  private void alone(Function f) {
    if (!known(f)) {
      return;
    }
    Term x = v.variable();
    Term fx = call(f, x);
    Term k = Term.num(dice.between(1, 3));
    if (f.result().equals("nat")) {
      add(0.7, Term.op(dice.of(">", ">="), fx, Term.num(dice.below(2))));
      add(
          0.7,
          Term.op("<", Term.num(0), fx),
          Term.op("<=", Term.num(1), fx),
          Term.op("<>", fx, Term.num(0)));
      add(
          0.15,
          new Term.Exists(
              "z",
              "nat",
              Term.eq(
                  fx,
                  dice.of(
                      Term.op("*", Term.num(2), Term.var("z")),
                      Term.make("S", Term.var("z")),
                      Term.op("+", Term.var("z"), k)))));
      if (type.kind() == Kind.NAT) {
        add(
            1,
            Term.eq(fx, Term.op("*", k, x)),
            Term.eq(fx, Term.op("+", x, k)),
            Term.op("<=", x, fx),
            Term.eq(fx, x));
        add(
            1,
            Term.eq(fx, Term.op("+", Term.op("*", k, x), Term.num(dice.between(0, 3)))),
            Term.op("<", x, fx),
            Term.op("<=", fx, Term.op("*", k, x)));
        add(
            0.6,
            Term.eq(fx, Term.num(0)),
            Term.eq(fx, k),
            Term.op("->", Term.op("<", Term.num(0), x), Term.op("<", Term.num(0), fx)));
        add(
            0.5,
            Term.eq(Term.op("*", Term.num(2), fx), Term.op("*", x, Term.make("S", x))),
            Term.op("->", Term.op("<=", k, x), Term.op("<=", k, fx)));
        if (f.takes("nat", "nat")) {
          Term ux = u.variable();
          add(
              2,
              Term.eq(fx, Term.op("+", x, ux)),
              Term.eq(fx, Term.op("*", x, ux)),
              Term.eq(fx, Term.op("+", ux, Term.op("*", Term.num(2), x))));
          add(
              1,
              Term.eq(fx, f.of(ux, x)),
              Term.eq(f.of(x, Term.num(0)), x),
              Term.eq(f.of(x, Term.num(0)), Term.num(0)),
              Term.op("<=", ux, fx),
              Term.eq(f.of(x, Term.make("S", ux)), Term.make("S", fx)),
              Term.eq(f.of(x, Term.num(1)), x),
              Term.eq(f.of(x, f.of(ux, w.variable())), f.of(fx, w.variable())),
              Term.op("<=", fx, x),
              Term.eq(f.of(x, x), Term.num(0)));
        }
      }
    } else if (f.result().equals("bool")) {
      add(
          0.4,
          Term.eq(fx, Term.bool(dice.chance(0.7))),
          Term.op("\\/", Term.eq(fx, Term.bool(true)), Term.eq(fx, Term.bool(false))));
      if (f.takes("nat", "nat")) {
        add(
            1,
            Term.eq(f.of(x, x), Term.bool(true)),
            Term.eq(fx, f.of(u.variable(), x)),
            Term.op(
                "->",
                Term.eq(fx, Term.bool(true)),
                dice.of(Term.eq(x, u.variable()), Term.op("<=", x, u.variable()))));
      }
    } else if (f.result().equals("list nat") && type.kind() == Kind.NAT) {
      add(
          1.5,
          Term.eq(
              Term.call("length", fx), dice.of(x, Term.make("S", x), Term.op("*", Term.num(2), x))),
          Term.eq(Term.call("length", fx), x));
      if (f.parameters().size() > 1) {
        add(
            1,
            Term.eq(
                call(f, Term.op("+", x, u.variable())), Term.op("++", fx, call(f, u.variable()))));
        Parameter e = w;
        add(
            1,
            Term.op("->", Term.call("In", e.variable(), fx), Term.eq(e.variable(), y.variable())));
      } else {
        add(
            1,
            Term.op(
                "->",
                Term.call("In", u.variable(), fx),
                Term.op(dice.of("<", "<="), u.variable(), x)));
      }
    }
    if (joins(f)) {
      Term nil = type.constructors().get(0).pattern();
      if (type.constructors().get(0).fields().isEmpty()) {
        add(2, Term.eq(f.of(x, nil), x), Term.eq(f.of(nil, x), x));
      }
      add(
          2,
          Term.eq(
              f.of(f.of(x, u.variable()), w.variable()),
              f.of(x, f.of(u.variable(), w.variable()))));
    } else if (f.result().equals(type.name())) {
      add(1, Term.eq(call(f, fx), x), Term.eq(call(f, fx), fx), Term.eq(fx, x));
      add(0.3, Term.op("->", Term.eq(fx, call(f, u.variable())), Term.eq(x, u.variable())));
    }
  }

  private void together(Function f, Function g) {
    if (!known(f) || !known(g) || f.equals(g)) {
      return;
    }
    Term x = v.variable();
    Term fx = call(f, x);
    Term gx = call(g, x);
    Term k = Term.num(dice.between(1, 2));
    if (f.result().equals("nat") && g.result().equals("nat")) {
      add(
          1,
          Term.eq(fx, gx),
          Term.op("<=", fx, gx),
          Term.eq(fx, Term.op("+", gx, k)),
          Term.eq(fx, Term.op("*", Term.num(2), gx)));
      add(
          0.7,
          Term.op("<=", fx, Term.op("*", Term.num(2), gx)),
          Term.op("<", fx, gx),
          Term.op("<=", fx, Term.op("+", gx, k)),
          Term.eq(fx, Term.make("S", gx)));
      add(
          0.3,
          Term.op("/\\", Term.op("<=", fx, gx), Term.op(dice.of("<", "<="), Term.num(0), gx)),
          Term.eq(fx, Term.op("+", gx, type.kind() == Kind.NAT ? x : k)));
    } else if (f.result().equals("bool") && g.result().equals("bool")) {
      Term fTrue = Term.eq(fx, Term.bool(true));
      Term gTrue = Term.eq(gx, Term.bool(true));
      add(
          1,
          Term.eq(fx, gx),
          Term.eq(fx, Term.call("negb", gx)),
          Term.op("->", fTrue, gTrue),
          Term.op("->", fTrue, Term.eq(gx, Term.bool(false))),
          Term.eq(Term.op("&&", fx, gx), Term.bool(false)),
          Term.eq(Term.op("||", fx, gx), Term.bool(true)));
    } else if (f.result().equals("bool") && g.result().equals("nat")) {
      Term holds = Term.eq(fx, Term.bool(dice.chance(0.6)));
      add(
          0.8,
          Term.op("->", holds, Term.op(dice.of("=", "<=", "<>"), gx, Term.num(dice.below(3)))),
          Term.op("->", holds, Term.op("<", Term.num(0), gx)));
    }
    if (g.result().equals(type.name())) {
      over(f, g, x, fx, gx);
    }
  }

  /** Statements about {@code f (g x)}. */
  private void over(Function f, Function g, Term x, Term fx, Term gx) {
    Term fg = call(f, gx);
    Term fu = call(f, u.variable());
    Term k = Term.num(dice.between(1, 2));
    boolean joins = joins(g);
    if (joins && f.parameters().size() > 1 && f.takes(type.name(), type.name())) {
      return;
    }
    switch (f.result()) {
      case "nat" -> {
        add(
            2,
            Term.eq(fg, fx),
            Term.eq(fg, Term.op("*", Term.num(2), fx)),
            Term.eq(fg, Term.op("+", fx, k)),
            Term.op("<=", fx, fg),
            Term.op("<=", fg, fx),
            Term.op("<=", fg, Term.make("S", fx)),
            Term.eq(fg, Term.make("S", fx)));
        if (joins) {
          add(
              4,
              Term.eq(fg, Term.op("+", fx, fu)),
              Term.eq(fg, Term.op("+", fu, fx)),
              Term.op("<=", fg, Term.op("+", fx, fu)));
        }
        add(
            0.5,
            Term.op(">", fg, Term.num(0)),
            Term.op("/\\", Term.op("<=", fx, fg), Term.op("<=", fg, Term.op("+", fx, k))));
      }
      case "bool" -> {
        add(
            1.5,
            Term.eq(fg, fx),
            Term.eq(fg, Term.bool(dice.chance(0.7))),
            Term.op("->", Term.eq(fx, Term.bool(true)), Term.eq(fg, Term.bool(true))),
            Term.eq(fg, Term.call("negb", fx)));
        add(0.7, Term.op("->", Term.eq(fx, Term.bool(dice.chance(0.5))), Term.eq(gx, x)));
        if (joins) {
          add(3, Term.eq(fg, Term.op("&&", fx, fu)), Term.eq(fg, Term.op("||", fx, fu)));
        }
      }
      default -> {
        if (f.result().equals("list nat") && type.kind() != Kind.LIST && type.kind() != Kind.NAT) {
          add(2, Term.eq(fg, fx), Term.eq(Term.call("length", fg), Term.call("length", fx)));
          if (joins) {
            add(4, Term.eq(fg, Term.op("++", fx, fu)));
          }
        } else if (f.result().equals(type.name())) {
          if (joins) {
            add(3, Term.eq(fg, g.of(fx, fu)), Term.eq(fg, g.of(fu, fx)));
          } else {
            add(1.5, Term.eq(fg, call(g, fx)), Term.eq(fg, gx), Term.eq(fg, x), Term.eq(fg, fx));
          }
        }
      }
    }
  }

  private void overAppend() {
    Term app = Term.op("++", v.variable(), u.variable());
    Term length = Term.call("length", v.variable());
    for (Function f : functions) {
      if (!known(f) || f.takes(type.name(), type.name())) {
        continue;
      }
      Term fx = call(f, v.variable());
      Term fu = call(f, u.variable());
      Term fa = call(f, app);
      switch (f.result()) {
        case "nat" -> {
          add(
              3,
              Term.eq(fa, Term.op("+", fx, fu)),
              Term.op("<=", fx, length),
              Term.eq(fx, length),
              Term.op("<=", fx, fa));
          add(0.7, Term.eq(call(f, Term.call("rev", v.variable())), fx));
        }
        case "bool" ->
          add(
              3,
              Term.eq(fa, Term.op("&&", fx, fu)),
              Term.eq(fa, Term.op("||", fx, fu)),
              Term.op(
                  "->", Term.eq(fx, Term.bool(true)), Term.call("In", y.variable(), v.variable())),
              Term.op(
                  "->", Term.call("In", y.variable(), v.variable()), Term.eq(fx, Term.bool(true))));
        default -> {
          Term lf = Term.call("length", fx);
          add(
              2,
              Term.eq(fa, Term.op("++", fx, fu)),
              Term.eq(fa, Term.op("++", fu, fx)),
              Term.eq(lf, length),
              Term.op("<=", lf, length),
              Term.eq(lf, Term.make("S", length)),
              Term.eq(lf, Term.op("*", Term.num(2), length)),
              Term.eq(fx, Term.call("rev", v.variable())));
          add(
              1,
              Term.call("In", y.variable(), fx),
              Term.op(
                  "->",
                  Term.call("In", y.variable(), fx),
                  Term.call("In", y.variable(), v.variable())),
              Term.op(
                  "<->",
                  Term.call("In", y.variable(), fx),
                  Term.call("In", y.variable(), v.variable())));
        }
      }
    }
    for (Function f : functions) {
      if (joins(f)) {
        Term lf = Term.call("length", f.of(v.variable(), u.variable()));
        add(
            2,
            Term.eq(lf, Term.op("+", length, Term.call("length", u.variable()))),
            Term.eq(f.of(v.variable(), u.variable()), app));
      }
    }
  }

  private void overSum() {
    Term sum = Term.op("+", v.variable(), u.variable());
    for (Function f : functions) {
      if (f.takes("nat") && f.result().equals("nat")) {
        Term fx = f.of(v.variable());
        Term fu = f.of(u.variable());
        add(
            1,
            Term.eq(f.of(sum), Term.op("+", fx, fu)),
            Term.eq(f.of(sum), Term.op("*", fx, fu)),
            Term.op("<=", fx, f.of(Term.make("S", v.variable()))),
            Term.op("->", Term.op("<=", v.variable(), u.variable()), Term.op("<=", fx, fu)));
      } else if (f.takes("nat") && f.result().equals("bool")) {
        add(
            1,
            Term.eq(f.of(Term.make("S", v.variable())), Term.call("negb", f.of(v.variable()))),
            Term.eq(f.of(Term.op("+", v.variable(), v.variable())), Term.bool(true)),
            Term.eq(f.of(Term.op("*", Term.num(2), v.variable())), Term.bool(true)),
            Term.eq(f.of(Term.make("S", Term.make("S", v.variable()))), f.of(v.variable())));
      }
    }
  }

  private void overEnumeration() {
    for (Function f : functions) {
      if (f.takes(type.name()) && f.result().equals(type.name())) {
        Term x = v.variable();
        Term once = f.of(x);
        Term twice = f.of(once);
        Term thrice = f.of(twice);
        Term one = dice.pick(type.constructors()).pattern();
        Term two = dice.pick(type.constructors()).pattern();
        add(
            2,
            Term.eq(thrice, x),
            Term.eq(f.of(thrice), x),
            Term.eq(twice, x),
            Term.op("<>", once, x),
            Term.eq(f.of(thrice), once),
            Term.eq(f.of(f.of(thrice)), x));
        add(
            1.5,
            Term.op("->", Term.eq(once, f.of(u.variable())), Term.eq(x, u.variable())),
            Term.op("->", Term.eq(once, one), Term.eq(x, two)),
            new Term.Exists("z", type.name(), Term.eq(f.of(Term.var("z")), x)),
            Term.op("->", Term.eq(x, one), Term.eq(once, two)),
            Term.op("\\/", Term.eq(once, x), Term.eq(twice, x)));
      }
    }
  }

  private void add(double weight, Term... propositions) {
    for (Term p : propositions) {
      double left = weight;
      while (left >= 1 || dice.chance(left)) {
        found.add(p);
        left -= 1;
        if (left <= 0) {
          break;
        }
      }
    }
  }
}
