package dev.vmcts.corpus;

import java.util.Arrays;
import java.util.List;

/** A closed value: a natural number, or a constructor applied to values. */
sealed interface Value {

  /** A natural number. */
  record Nat(int value) implements Value {}

  /** A constructor of any other type applied to values. */
  record Data(String constructor, List<Value> args) implements Value {
    public Data {
      args = List.copyOf(args);
    }
  }

  Value TRUE = data("true");
  Value FALSE = data("false");

  static Value data(String constructor, Value... args) {
    return new Data(constructor, Arrays.asList(args));
  }

  static Value bool(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** The term that denotes the value. */
  default Term term() {
    if (this instanceof Nat n) {
      return Term.num(n.value);
    }
    Data d = (Data) this;
    return new Term.Make(d.constructor, d.args.stream().map(Value::term).toList());
  }
}
