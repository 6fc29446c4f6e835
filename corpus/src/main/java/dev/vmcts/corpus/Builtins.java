package dev.vmcts.corpus;

import dev.vmcts.corpus.Value.Data;
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
