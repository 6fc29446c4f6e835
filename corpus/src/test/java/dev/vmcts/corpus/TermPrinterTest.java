package dev.vmcts.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TermPrinterTest {

  private final Term n = Term.var("n");

  @Test
  void print_applicationInsideOperator_hasNoParentheses() {
    Term term = Term.op("*", Term.make("S", n), Term.call("fac", n));

    assertThat(TermPrinter.print(term)).isEqualTo("S n * fac n");
  }

  @Test
  void print_sumInsideProduct_hasParentheses() {
    Term term = Term.op("*", Term.num(2), Term.op("+", n, Term.num(1)));

    assertThat(TermPrinter.print(term)).isEqualTo("2 * (n + 1)");
  }

  @Test
  void print_conditionalInEquation_hasParentheses() {
    Term term =
        Term.eq(Term.call("f", n), new Term.If(Term.op("=?", n, Term.num(0)), n, Term.num(3)));

    assertThat(TermPrinter.print(term)).isEqualTo("f n = (if n =? 0 then n else 3)");
  }

  @Test
  void text_recursiveFunction_isFixpointWithWildcards() {
    Parameter x = new Parameter("x", "nat");
    Parameter rest = new Parameter("tl", "list nat");
    Function length = new Function(
        "len",
        List.of(new Parameter("l", "list nat")),
        "nat",
        0,
        List.of(
            new Function.Case(Term.make("nil"), List.of(), Term.num(0)),
            new Function.Case(
                Term.make("cons", x.variable(), rest.variable()),
                List.of(x, rest),
                Term.make("S", Term.call("len", rest.variable())))),
        "");

    assertThat(length.text())
        .isEqualTo(
            "Fixpoint len (l : list nat) : nat :=\n  match l with\n  | [] => 0\n  | _ :: tl => S (len tl)\n  end.");
  }
}
