package dev.vmcts.verifiers.dafny;

import java.util.List;

/**
 * What Dafny is asked.
 *
 * @param program a whole program
 * @param depth how far it is looked at
 * @param names the declarations to prove; none stands for all
 */
record DafnyCheck(String program, Depth depth, List<String> names) {

  /** How far a program is looked at. */
  enum Depth {
    /** Its syntax, names and types. */
    RESOLVE,
    /** Its proofs too. */
    VERIFY
  }

  DafnyCheck {
    names = List.copyOf(names);
  }

  static DafnyCheck resolve(String program) {
    return new DafnyCheck(program, Depth.RESOLVE, List.of());
  }

  static DafnyCheck verify(String program, List<String> names) {
    return new DafnyCheck(program, Depth.VERIFY, names);
  }

  boolean proves() {
    return depth == Depth.VERIFY;
  }
}
