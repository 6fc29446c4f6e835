package dev.vmcts.corpus;

import dev.vmcts.corpus.Term.Arm;
import dev.vmcts.corpus.Term.Call;
import dev.vmcts.corpus.Term.Exists;
import dev.vmcts.corpus.Term.If;
import dev.vmcts.corpus.Term.Make;
import dev.vmcts.corpus.Term.Match;
import dev.vmcts.corpus.Term.Num;
import dev.vmcts.corpus.Term.Op;
import dev.vmcts.corpus.Term.Var;
import dev.vmcts.corpus.Value.Data;
import dev.vmcts.corpus.Value.Nat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Evaluates terms on values, so that false statements are dropped before a prover sees them.
 *
 * <p>Work is bounded: a term that needs too many steps, or numbers that are too large, ends in {@link TooLarge}.
 */
final class Evaluator {

  /** The evaluation was given up. */
  static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLarge() {
      super("evaluation needs too many steps", null, false, false);
    }
  }

  private static final int STEPS = 20_000;
  private static final int DEEPEST = 200;
  private static final int LARGEST = 100_000;
  private static final int WITNESSES = 12;

  private final Map<String, Function> functions = new HashMap<>();
  private final Map<String, DataType> types = new HashMap<>();
  private int steps;
  private int depth;

  void define(Function function) {
    functions.put(function.name(), function);
  }

  /** Makes a type known, so that existentials over it can be tried. */
  void declare(DataType type) {
    types.put(type.name(), type);
  }

  /** Whether a proposition holds for the values of its variables; existentials over nat are tried on small numbers. */
  boolean holds(Term proposition, Map<String, Value> environment) {
    return value(proposition, environment).equals(Value.TRUE);
  }

  /** The value of a term for the values of its variables. */
  Value value(Term term, Map<String, Value> environment) {
    steps = 0;
    depth = 0;
    return evaluate(term, environment);
  }

  Value evaluate(Term term, Map<String, Value> environment) {
    if (++steps > STEPS) {
      throw new TooLarge();
    }
    if (term instanceof Num n) {
      return new Nat(n.value());
    } else if (term instanceof Var v) {
      return environment.getOrDefault(v.name(), Value.FALSE);
    } else if (term instanceof Make m) {
      return make(m, all(m.args(), environment));
    } else if (term instanceof Call c) {
      List<Value> args = all(c.args(), environment);
      return environment.get(c.function()) instanceof Value.Fun f
          ? f.apply(args.get(0))
          : call(c.function(), args);
    } else if (term instanceof If i) {
      return evaluate(
          evaluate(i.test(), environment).equals(Value.TRUE) ? i.yes() : i.no(), environment);
    } else if (term instanceof Match m) {
      return match(m, environment);
    } else if (term instanceof Exists e) {
      for (Value witness : witnesses(e.type())) {
        Map<String, Value> extended = new HashMap<>(environment);
        extended.put(e.variable(), witness);
        if (evaluate(e.body(), extended).equals(Value.TRUE)) {
          return Value.TRUE;
        }
      }
      return Value.FALSE;
    }
    return operate((Op) term, environment);
  }

  private List<Value> witnesses(String type) {
    DataType data = types.get(type);
    if (data != null && data.kind() == DataType.Kind.ENUMERATION) {
      return data.constructors().stream().map(c -> Value.data(c.name())).toList();
    }
    return IntStream.range(0, WITNESSES).<Value>mapToObj(Nat::new).toList();
  }

  private List<Value> all(List<Term> terms, Map<String, Value> environment) {
    List<Value> values = new ArrayList<>();
    for (Term t : terms) {
      values.add(evaluate(t, environment));
    }
    return values;
  }

  private static Value make(Make m, List<Value> args) {
    return switch (m.constructor()) {
      case "O" -> new Nat(0);
      case "S" -> new Nat(((Nat) args.get(0)).value() + 1);
      default -> new Data(m.constructor(), args);
    };
  }

  private Value call(String name, List<Value> args) {
    Function function = functions.get(name);
    if (function == null) {
      return Builtins.call(name, args)
          .orElseThrow(() -> new IllegalStateException("no function " + name));
    }
    Map<String, Value> environment = new HashMap<>();
    for (int i = 0; i < args.size(); i++) {
      environment.put(function.parameters().get(i).name(), args.get(i));
    }
    if (++depth > DEEPEST) {
      depth = 0;
      throw new TooLarge();
    }
    Value result = evaluate(function.body(), environment);
    depth--;
    return result;
  }

  private Value match(Match m, Map<String, Value> environment) {
    List<Value> values = all(m.scrutinees(), environment);
    for (Arm arm : m.arms()) {
      Map<String, Value> extended = new HashMap<>(environment);
      boolean fits = true;
      for (int i = 0; fits && i < values.size(); i++) {
        fits = fits(arm.patterns().get(i), values.get(i), extended);
      }
      if (fits) {
        return evaluate(arm.body(), extended);
      }
    }
    throw new IllegalStateException("no arm for " + values);
  }

  private static boolean fits(Term pattern, Value value, Map<String, Value> bound) {
    if (pattern instanceof Var v) {
      bound.put(v.name(), value);
      return true;
    } else if (pattern instanceof Num n) {
      return value instanceof Nat nat && nat.value() == n.value();
    }
    Make m = (Make) pattern;
    if (value instanceof Nat nat) {
      if (m.constructor().equals("O")) {
        return nat.value() == 0;
      }
      return nat.value() > 0 && fits(m.args().get(0), new Nat(nat.value() - 1), bound);
    }
    Data d = (Data) value;
    if (!d.constructor().equals(m.constructor())) {
      return false;
    }
    for (int i = 0; i < d.args().size(); i++) {
      if (!fits(m.args().get(i), d.args().get(i), bound)) {
        return false;
      }
    }
    return true;
  }

  private Value operate(Op o, Map<String, Value> environment) {
    Value left = evaluate(o.left(), environment);
    return switch (o.symbol()) {
      case "->" -> left.equals(Value.TRUE) ? evaluate(o.right(), environment) : Value.TRUE;
      case "/\\", "&&" -> left.equals(Value.TRUE) ? evaluate(o.right(), environment) : Value.FALSE;
      case "\\/", "||" -> left.equals(Value.TRUE) ? Value.TRUE : evaluate(o.right(), environment);
      default -> compute(o.symbol(), left, evaluate(o.right(), environment));
    };
  }

  private static Value compute(String symbol, Value left, Value right) {
    return switch (symbol) {
      case "=", "<->" -> Value.bool(left.equals(right));
      case "<>" -> Value.bool(!left.equals(right));
      case "++" -> Builtins.append(left, right);
      case "::" -> Value.data("cons", left, right);
      default -> arithmetic(symbol, ((Nat) left).value(), ((Nat) right).value());
    };
  }

  private static Value arithmetic(String symbol, int a, int b) {
    return switch (symbol) {
      case "+" -> nat((long) a + b);
      case "*" -> nat((long) a * b);
      case "-" -> nat(Math.max(0, a - b));
      case "<", "<?" -> Value.bool(a < b);
      case "<=", "<=?" -> Value.bool(a <= b);
      case ">" -> Value.bool(a > b);
      case ">=" -> Value.bool(a >= b);
      case "=?" -> Value.bool(a == b);
      default -> throw new IllegalStateException("no operator " + symbol);
    };
  }

  private static Value nat(long value) {
    if (value > LARGEST) {
      throw new TooLarge();
    }
    return new Nat((int) value);
  }
}
