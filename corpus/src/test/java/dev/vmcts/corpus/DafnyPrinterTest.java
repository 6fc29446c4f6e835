package dev.vmcts.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DafnyPrinterTest {

  private final DafnyPrinter printer = new DafnyPrinter("larger");
  private final Term n = Term.var("n");
  private final Term p = Term.var("p");

  @Test
  void print_matchOnNumber_isConditional() {
    Term body = new Term.Match(
        List.of(n),
        List.of(
            new Term.Arm(Term.num(0), Term.num(1)),
            new Term.Arm(Term.make("S", p), Term.op("*", Term.make("S", p), Term.call("fac", p)))));

    assertThat(printer.print(body)).isEqualTo("if n == 0 then 1 else n * fac(n - 1)");
    assertThat(printer.lines(body)).containsExactly("if n == 0 then 1", "else n * fac(n - 1)");
  }

  @Test
  void print_matchOnTwoBack_testsBothNumbers() {
    Term body = new Term.Match(
        List.of(n),
        List.of(
            new Term.Arm(Term.num(0), Term.num(0)),
            new Term.Arm(Term.num(1), Term.num(1)),
            new Term.Arm(Term.make("S", Term.make("S", p)), Term.call("f", p))));

    assertThat(printer.print(body))
        .isEqualTo("if n == 0 then 0 else if n == 1 then 1 else f(n - 2)");
  }

  @Test
  void print_matchOnList_isOnASequence() {
    Term body = new Term.Match(
        List.of(Term.var("l")),
        List.of(
            new Term.Arm(Term.make("nil"), Term.make("nil")),
            new Term.Arm(
                Term.make("cons", Term.var("x"), Term.var("tl")),
                Term.op("::", Term.var("x"), Term.call("f", Term.var("tl"))))));

    assertThat(printer.print(body)).isEqualTo("if |l| == 0 then [] else [l[0]] + f(l[1..])");
  }

  @Test
  void print_matchOnData_hasACaseForEachConstructor() {
    Term body = new Term.Match(
        List.of(Term.var("t")),
        List.of(
            new Term.Arm(Term.make("Leaf"), Term.num(0)),
            new Term.Arm(
                Term.make("Node", Term.var("a"), Term.var("_")),
                Term.make("S", Term.call("f", Term.var("a"))))));

    assertThat(printer.lines(body))
        .containsExactly("match t", "case Leaf => 0", "case Node(a, _) => f(a) + 1");
  }

  @Test
  void print_booleansAndConnectives_areAsAPersonWritesThem() {
    Term isTrue = Term.eq(Term.call("even", n), Term.bool(true));
    Term isFalse = Term.eq(Term.call("even", p), Term.bool(false));

    assertThat(printer.print(Term.op("->", isTrue, isFalse))).isEqualTo("even(n) ==> !even(p)");
    assertThat(printer.print(Term.op("/\\", isTrue, Term.op("\\/", isTrue, isFalse))))
        .isEqualTo("even(n) && (even(n) || !even(p))");
  }

  @Test
  void print_sumsAndProducts_haveTheNeededParentheses() {
    Term sum = Term.op("+", n, Term.op("+", p, Term.num(1)));

    assertThat(printer.print(sum)).isEqualTo("n + p + 1");
    assertThat(printer.print(Term.op("*", Term.num(2), sum))).isEqualTo("2 * (n + p + 1)");
    assertThat(printer.print(Term.op("-", n, Term.op("-", p, n)))).isEqualTo("n - (p - n)");
  }

  @Test
  void print_nestedPattern_isRefused() {
    Term body = new Term.Match(
        List.of(Term.var("t")),
        List.of(new Term.Arm(Term.make("Node", Term.make("Leaf")), Term.num(0))));

    assertThatThrownBy(() -> printer.print(body)).isInstanceOf(DafnyPrinter.Unprintable.class);
  }
}
