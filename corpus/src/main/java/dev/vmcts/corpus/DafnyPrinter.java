package dev.vmcts.corpus;

import dev.vmcts.corpus.Term.Arm;
import dev.vmcts.corpus.Term.Call;
import dev.vmcts.corpus.Term.If;
import dev.vmcts.corpus.Term.Make;
import dev.vmcts.corpus.Term.Match;
import dev.vmcts.corpus.Term.Num;
import dev.vmcts.corpus.Term.Op;
import dev.vmcts.corpus.Term.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Prints terms as Dafny expressions: {@code S n} as {@code n + 1}, lists as sequences, matches on numbers and lists as
 * conditionals.
 */
final class DafnyPrinter {

  /** The term has no counterpart that a person would write in Dafny. */
  static final class Unprintable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unprintable(String what) {
      super(what, null, false, false);
    }
  }

  private static final int TOP = 0;
  private static final int CHAIN = 4;
  private static final int SUM = 5;
  private static final int PRODUCT = 6;
  private static final int UNARY = 7;

  private static final Map<String, String> SYMBOLS = Map.ofEntries(
      Map.entry("=", "=="),
      Map.entry("=?", "=="),
      Map.entry("<>", "!="),
      Map.entry("<=?", "<="),
      Map.entry("<?", "<"),
      Map.entry("<", "<"),
      Map.entry("<=", "<="),
      Map.entry(">", ">"),
      Map.entry(">=", ">="),
      Map.entry("++", "+"),
      Map.entry("+", "+"),
      Map.entry("-", "-"),
      Map.entry("*", "*"),
      Map.entry("/\\", "&&"),
      Map.entry("&&", "&&"),
      Map.entry("\\/", "||"),
      Map.entry("||", "||"),
      Map.entry("->", "==>"),
      Map.entry("<->", "<==>"));

  private final String maximum;

  /** @param maximum the name of the function that computes the larger of two numbers */
  DafnyPrinter(String maximum) {
    this.maximum = maximum;
  }

  /** A type as Dafny text. */
  static String type(String type) {
    return type.equals("list nat") ? "seq<nat>" : type;
  }

  /** Parameters in parentheses. */
  static String parameters(List<Parameter> parameters) {
    return parameters.stream()
        .map(p -> p.name() + ": " + type(p.type()))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** The term on one line, conditionals and matches included. */
  String print(Term term) {
    return print(term, TOP);
  }

  /** The term over several lines, where its outermost conditionals and matches break. */
  List<String> lines(Term term) {
    Term t = lowered(term);
    List<String> lines = new ArrayList<>();
    if (t instanceof If i) {
      lines.add("if " + print(i.test(), TOP) + " then " + print(i.yes(), 1));
      List<String> rest = lines(i.no());
      lines.add("else " + rest.get(0));
      lines.addAll(rest.subList(1, rest.size()));
    } else if (t instanceof Match m) {
      lines.add("match " + print(m.scrutinees().get(0), TOP));
      for (Arm arm : m.arms()) {
        lines.add("case " + pattern(arm.patterns().get(0)) + " => " + print(arm.body(), 1));
      }
    } else {
      lines.add(print(t, TOP));
    }
    return lines;
  }

  private String print(Term term, int level) {
    Term t = lowered(term);
    if (t instanceof Num n) {
      return Integer.toString(n.value());
    } else if (t instanceof Var v) {
      return v.name();
    } else if (t instanceof Call c) {
      return call(c, level);
    } else if (t instanceof Make m) {
      return make(m, level);
    } else if (t instanceof If i) {
      String text = "if " + print(i.test(), TOP) + " then " + print(i.yes(), TOP) + " else "
          + print(i.no(), TOP);
      return level > 1 ? "(" + text + ")" : text;
    } else if (t instanceof Match m) {
      if (level == TOP) {
        return String.join(" ", lines(m));
      }
      String arms = m.arms().stream()
          .map(a -> " case " + pattern(a.patterns().get(0)) + " => " + print(a.body(), 1))
          .collect(Collectors.joining());
      return "(match " + print(m.scrutinees().get(0), TOP) + arms + ")";
    } else if (t instanceof Op o) {
      return operation(o, level);
    }
    throw new Unprintable("an existential");
  }

  private String call(Call c, int level) {
    List<Term> args = c.args();
    return switch (c.function()) {
      case "negb" -> "!" + print(args.get(0), UNARY);
      case "length" -> "|" + print(args.get(0), TOP) + "|";
      case "#head" -> print(args.get(0), UNARY) + "[0]";
      case "#tail" -> print(args.get(0), UNARY) + "[1..]";
      case "In" ->
        parenthesised(print(args.get(0), SUM) + " in " + print(args.get(1), SUM), level > CHAIN);
      case "Nat.max" -> application(maximum, args);
      case "rev", "Nat.min" -> throw new Unprintable(c.function());
      default -> application(c.function(), args);
    };
  }

  private String make(Make m, int level) {
    List<Term> args = m.args();
    return switch (m.constructor()) {
      case "O" -> "0";
      case "S" -> print(Term.op("+", args.get(0), Term.num(1)), level);
      case "nil" -> "[]";
      case "cons" -> {
        List<String> heads = new ArrayList<>();
        Term rest = m;
        while (rest instanceof Make c && c.constructor().equals("cons")) {
          heads.add(print(c.args().get(0), TOP));
          rest = lowered(c.args().get(1));
        }
        String front = "[" + String.join(", ", heads) + "]";
        yield rest instanceof Make end && end.constructor().equals("nil")
            ? front
            : parenthesised(front + " + " + print(rest, SUM + 1), level > SUM);
      }
      case "pair" -> throw new Unprintable("a pair");
      default -> args.isEmpty() ? m.constructor() : application(m.constructor(), args);
    };
  }

  private String application(String head, List<Term> args) {
    return head + args.stream().map(a -> print(a, TOP)).collect(Collectors.joining(", ", "(", ")"));
  }

  private String operation(Op o, int level) {
    String symbol = SYMBOLS.getOrDefault(o.symbol(), "");
    if (symbol.isEmpty()) {
      throw new Unprintable(o.symbol());
    }
    if (o.symbol().equals("=") && isBool(o.right(), "true")) {
      return print(o.left(), level);
    } else if (o.symbol().equals("=") && isBool(o.right(), "false")) {
      return "!" + print(o.left(), UNARY);
    }
    int self = switch (symbol) {
      case "<==>" -> 1;
      case "==>" -> 2;
      case "&&", "||" -> 3;
      case "+", "-" -> SUM;
      case "*" -> PRODUCT;
      default -> CHAIN;
    };
    boolean same = o.left() instanceof Op l
        && symbol.equals(SYMBOLS.get(l.symbol()))
        && (self == 3 || self == SUM || self == PRODUCT);
    String left =
        print(o.left(), (same || (self >= SUM && level(o.left()) == self)) ? self : self + 1);
    boolean chained = self >= 2 && self != CHAIN && isSame(o.right(), symbol);
    String right = print(o.right(), chained ? self : self + 1);
    return parenthesised(left + " " + symbol + " " + right, level > self);
  }

  /** Whether a right operand needs no parentheses since the operator is associative. */
  private static boolean isSame(Term t, String symbol) {
    if (t instanceof Make) {
      return symbol.equals("+") && level(t) == SUM;
    }
    return !symbol.equals("-") && t instanceof Op o && symbol.equals(SYMBOLS.get(o.symbol()));
  }

  private static int level(Term t) {
    if (t instanceof Make m && m.constructor().equals("S")) {
      return SUM;
    }
    return t instanceof Op o
        ? switch (o.symbol()) {
          case "+", "-", "++" -> SUM;
          case "*" -> PRODUCT;
          default -> 0;
        }
        : 0;
  }

  private static boolean isBool(Term t, String value) {
    return t instanceof Make m && m.constructor().equals(value);
  }

  private static String parenthesised(String text, boolean needed) {
    return needed ? "(" + text + ")" : text;
  }

  private static String pattern(Term pattern) {
    if (pattern instanceof Var v) {
      return v.name();
    }
    if (!(pattern instanceof Make m) || !m.args().stream().allMatch(Var.class::isInstance)) {
      throw new Unprintable("a nested pattern");
    }
    return m.args().isEmpty()
        ? m.constructor()
        : m.constructor()
            + m.args().stream()
                .map(a -> ((Var) a).name())
                .collect(Collectors.joining(", ", "(", ")"));
  }

  /** The term with its head as Dafny has it: {@code ::} as a constructor, sums folded, matches on numbers decided. */
  static Term lowered(Term term) {
    if (term instanceof Op o && o.symbol().equals("::")) {
      return Term.make("cons", o.left(), o.right());
    } else if (term instanceof Make m && m.constructor().equals("S")) {
      return successor(lowered(m.args().get(0)));
    } else if (term instanceof Match m) {
      if (m.scrutinees().size() != 1) {
        throw new Unprintable("a match on several values");
      }
      return DafnyMatches.lowered(m);
    }
    return term;
  }

  private static Term successor(Term t) {
    if (t instanceof Num n) {
      return Term.num(n.value() + 1);
    } else if (t instanceof Op o && o.right() instanceof Num k) {
      if (o.symbol().equals("-")) {
        return k.value() == 1 ? o.left() : Term.op("-", o.left(), Term.num(k.value() - 1));
      } else if (o.symbol().equals("+")) {
        return Term.op("+", o.left(), Term.num(k.value() + 1));
      }
    }
    return Term.op("+", t, Term.num(1));
  }
}
