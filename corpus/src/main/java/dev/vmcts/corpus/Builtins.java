package dev.vmcts.corpus;

import dev.vmcts.corpus.Value.Data;
import dev.vmcts.corpus.Value.Fun;
import dev.vmcts.corpus.Value.Nat;
import java.util.List;
import java.util.Optional;

/** The functions of Coq's library that generated terms use. */
final class Builtins {

  private Builtins() {}

  /** The result of a library function; empty when the name is none. */
  static Optional<Value> call(String name, List<Value> args) {
    return switch (name) {
      case "Nat.max" -> Optional.of(new Nat(Math.max(nat(args.get(0)), nat(args.get(1)))));
      case "Nat.min" -> Optional.of(new Nat(Math.min(nat(args.get(0)), nat(args.get(1)))));
      case "negb" -> Optional.of(Value.bool(args.get(0).equals(Value.FALSE)));
      case "length" -> Optional.of(new Nat(length(args.get(0))));
      case "rev" -> Optional.of(reverse(args.get(0)));
      case "map" -> Optional.of(map((Fun) args.get(0), args.get(1)));
      case "filter" -> Optional.of(filter((Fun) args.get(0), args.get(1)));
      case "existsb" -> Optional.of(Value.bool(tested((Fun) args.get(0), args.get(1), true)));
      case "forallb" -> Optional.of(Value.bool(!tested((Fun) args.get(0), args.get(1), false)));
      case "list_sum" -> Optional.of(new Nat(sum(args.get(0))));
      case "firstn" -> Optional.of(first(nat(args.get(0)), args.get(1)));
      case "skipn" -> Optional.of(skip(nat(args.get(0)), args.get(1)));
      case "repeat" -> Optional.of(repeat(args.get(0), nat(args.get(1))));
      case "In" -> Optional.of(Value.bool(contains(args.get(1), args.get(0))));
      default -> Optional.empty();
    };
  }

  static Value append(Value left, Value right) {
    Data l = (Data) left;
    return l.constructor().equals("nil")
        ? right
        : Value.data("cons", l.args().get(0), append(l.args().get(1), right));
  }

  private static Value map(Fun f, Value list) {
    return list instanceof Data l && l.constructor().equals("cons")
        ? Value.data("cons", f.apply(l.args().get(0)), map(f, l.args().get(1)))
        : list;
  }

  private static Value filter(Fun test, Value list) {
    if (!(list instanceof Data l && l.constructor().equals("cons"))) {
      return list;
    }
    Value rest = filter(test, l.args().get(1));
    Value head = l.args().get(0);
    return test.apply(head).equals(Value.TRUE) ? Value.data("cons", head, rest) : rest;
  }

  private static boolean tested(Fun test, Value list, boolean result) {
    return list instanceof Data l
        && l.constructor().equals("cons")
        && (test.apply(l.args().get(0)).equals(Value.bool(result))
            || tested(test, l.args().get(1), result));
  }

  private static int sum(Value list) {
    return list instanceof Data l && l.constructor().equals("cons")
        ? nat(l.args().get(0)) + sum(l.args().get(1))
        : 0;
  }

  private static Value first(int n, Value list) {
    return n > 0 && list instanceof Data l && l.constructor().equals("cons")
        ? Value.data("cons", l.args().get(0), first(n - 1, l.args().get(1)))
        : Value.data("nil");
  }

  private static Value skip(int n, Value list) {
    return n > 0 && list instanceof Data l && l.constructor().equals("cons")
        ? skip(n - 1, l.args().get(1))
        : list;
  }

  private static Value repeat(Value element, int n) {
    return n == 0 ? Value.data("nil") : Value.data("cons", element, repeat(element, n - 1));
  }

  private static boolean contains(Value list, Value element) {
    Data l = (Data) list;
    return !l.constructor().equals("nil")
        && (l.args().get(0).equals(element) || contains(l.args().get(1), element));
  }

  private static Value reverse(Value list) {
    Value reversed = Value.data("nil");
    Data rest = (Data) list;
    while (rest.constructor().equals("cons")) {
      reversed = Value.data("cons", rest.args().get(0), reversed);
      rest = (Data) rest.args().get(1);
    }
    return reversed;
  }

  private static int length(Value list) {
    Data l = (Data) list;
    return l.constructor().equals("nil") ? 0 : 1 + length(l.args().get(1));
  }

  private static int nat(Value value) {
    return ((Nat) value).value();
  }
}
