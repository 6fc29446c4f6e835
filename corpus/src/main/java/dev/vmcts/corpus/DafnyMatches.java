package dev.vmcts.corpus;

import dev.vmcts.corpus.DafnyPrinter.Unprintable;
import dev.vmcts.corpus.Term.Arm;
import dev.vmcts.corpus.Term.If;
import dev.vmcts.corpus.Term.Make;
import dev.vmcts.corpus.Term.Match;
import dev.vmcts.corpus.Term.Num;
import dev.vmcts.corpus.Term.Var;
import java.util.List;

/** Turns matches on numbers and lists into conditionals. */
final class DafnyMatches {

  private DafnyMatches() {}

  /** The match itself when it is on other data. */
  static Term lowered(Match m) {
    Term value = m.scrutinees().get(0);
    List<Arm> arms = m.arms();
    if (!arms.stream().allMatch(a -> isPlain(a.patterns().get(0)))
        || arms.stream().allMatch(a -> a.patterns().get(0) instanceof Var)) {
      return m;
    }
    Arm last = arms.get(arms.size() - 1);
    Term result = bound(last, value);
    for (int i = arms.size() - 2; i >= 0; i--) {
      Arm arm = arms.get(i);
      result = new If(test(arm.patterns().get(0), value), bound(arm, value), result);
    }
    return result;
  }

  /** Whether a pattern is on a number or a list. */
  private static boolean isPlain(Term pattern) {
    return pattern instanceof Num
        || pattern instanceof Var
        || (pattern instanceof Make m
            && List.of("O", "S", "nil", "cons").contains(m.constructor()));
  }

  private static Term test(Term pattern, Term value) {
    if (pattern instanceof Num) {
      return Term.eq(value, pattern);
    } else if (pattern instanceof Make m && m.constructor().equals("O")) {
      return Term.eq(value, Term.num(0));
    } else if (pattern instanceof Make m && m.constructor().equals("nil")) {
      return Term.eq(Term.call("length", value), Term.num(0));
    }
    throw new Unprintable("a pattern that is not the last");
  }

  /** The body of an arm with what its pattern binds put in terms of the value. */
  static Term bound(Arm arm, Term value) {
    Term pattern = arm.patterns().get(0);
    if (pattern instanceof Make m && m.constructor().equals("cons")) {
      return bind(
          bind(arm.body(), m.args().get(0), Term.call("#head", value)),
          m.args().get(1),
          Term.call("#tail", value));
    }
    int less = 0;
    while (pattern instanceof Make m && m.constructor().equals("S")) {
      less++;
      pattern = m.args().get(0);
    }
    return less == 0
        ? bind(arm.body(), pattern, value)
        : bind(arm.body(), pattern, Term.op("-", value, Term.num(less)));
  }

  private static Term bind(Term body, Term pattern, Term value) {
    if (pattern instanceof Var v) {
      return v.name().equals("_") ? body : body.with(v.name(), value);
    } else if (pattern instanceof Num || (pattern instanceof Make m && m.args().isEmpty())) {
      return body;
    }
    throw new Unprintable("a nested pattern");
  }
}
