package dev.vmcts.corpus;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A Gallina term or proposition that can be printed as Coq text and evaluated on small values. */
sealed interface Term {

  /** A literal natural number. */
  record Num(int value) implements Term {}

  /** A variable; {@code _} in patterns. */
  record Var(String name) implements Term {}

  /** A function applied to arguments. */
  record Call(String function, List<Term> args) implements Term {
    public Call {
      args = List.copyOf(args);
    }
  }

  /** A constructor applied to arguments; {@code S}, {@code nil}, {@code cons}, {@code true}, {@code pair} included. */
  record Make(String constructor, List<Term> args) implements Term {
    public Make {
      args = List.copyOf(args);
    }
  }

  /** A binary operator, a relation or a connective, by its Coq symbol. */
  record Op(String symbol, Term left, Term right) implements Term {}

  /** A conditional on a boolean. */
  record If(Term test, Term yes, Term no) implements Term {}

  /** A pattern match; every arm has as many patterns as there are scrutinees. */
  record Match(List<Term> scrutinees, List<Arm> arms) implements Term {
    public Match {
      scrutinees = List.copyOf(scrutinees);
      arms = List.copyOf(arms);
    }
  }

  /** One arm of a match. */
  record Arm(List<Term> patterns, Term body) {
    public Arm {
      patterns = List.copyOf(patterns);
    }

    Arm(Term pattern, Term body) {
      this(List.of(pattern), body);
    }
  }

  /** An existential over one variable of a type. */
  record Exists(String variable, String type, Term body) implements Term {}

  Set<String> RELATIONS = Set.of("=", "<>", "<", "<=", ">", ">=");

  static Term num(int value) {
    return new Num(value);
  }

  static Term var(String name) {
    return new Var(name);
  }

  static Term call(String function, Term... args) {
    return new Call(function, Arrays.asList(args));
  }

  static Term make(String constructor, Term... args) {
    return new Make(constructor, Arrays.asList(args));
  }

  static Term op(String symbol, Term left, Term right) {
    return new Op(symbol, left, right);
  }

  static Term eq(Term left, Term right) {
    return new Op("=", left, right);
  }

  static Term bool(boolean value) {
    return make(value ? "true" : "false");
  }

  /** The term with a function applied to every direct part. */
  default Term mapParts(UnaryOperator<Term> f) {
    if (this instanceof Call c) {
      return new Call(c.function, c.args.stream().map(f).toList());
    } else if (this instanceof Make m) {
      return new Make(m.constructor, m.args.stream().map(f).toList());
    } else if (this instanceof Op o) {
      return new Op(o.symbol, f.apply(o.left), f.apply(o.right));
    } else if (this instanceof If i) {
      return new If(f.apply(i.test), f.apply(i.yes), f.apply(i.no));
    } else if (this instanceof Match m) {
      return new Match(
          m.scrutinees.stream().map(f).toList(),
          m.arms.stream().map(a -> new Arm(a.patterns, f.apply(a.body))).toList());
    } else if (this instanceof Exists e) {
      return new Exists(e.variable, e.type, f.apply(e.body));
    }
    return this;
  }

  /** The term with a variable replaced; the caller keeps bound names apart. */
  default Term with(String variable, Term replacement) {
    if (this instanceof Var v) {
      return v.name.equals(variable) ? replacement : this;
    }
    return mapParts(part -> part.with(variable, replacement));
  }

  /** Whether a variable or a function of this name occurs. */
  default boolean mentions(String name) {
    if (this instanceof Var v) {
      return v.name.equals(name);
    } else if (this instanceof Call c && c.function.equals(name)) {
      return true;
    }
    boolean[] found = {false};
    mapParts(part -> {
      found[0] |= part.mentions(name);
      return part;
    });
    return found[0];
  }
}
