package dev.vmcts.corpus;

import java.util.Arrays;
import java.util.List;

/** A closed value: a natural number, a constructor applied to values, or a function on numbers. */
sealed interface Value {

  /** A natural number. */
  record Nat(int value) implements Value {}

  /** A constructor of any other type applied to values. */
  record Data(String constructor, List<Value> args) implements Value {
    public Data {
      args = List.copyOf(args);
    }
  }

  /**
   * A function on numbers, {@code x} to {@code (factor * x + shift) mod modulus}, or the test whether that is zero.
   *
   * @param test whether it is the test
   */
  record Fun(int factor, int shift, int modulus, boolean test) implements Value {

    Value apply(Value argument) {
      int result = (factor * ((Nat) argument).value + shift) % modulus;
      return test ? bool(result == 0) : new Nat(result);
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

  /** The term that denotes a value that is no function. */
  default Term term() {
    if (this instanceof Nat n) {
      return Term.num(n.value);
    }
    Data d = (Data) this;
    return new Term.Make(d.constructor, d.args.stream().map(Value::term).toList());
  }
}
