package dev.vmcts.verifiers.dafny;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.llm.StopRule;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DafnyStepReaderTest {

  private static final String PROGRAM = """
      // Lists; and a "quote".
      datatype List<T> = Nil | Cons(head: T, tail: List<T>)

      function method Length<T>(l: List<T>): nat
        ensures Length(l) >= 0
      {
        match l
        case Nil => 0
        case Cons(_, t) => var n := Length(t); n + 1
      }

      ghost predicate Small(s: set<int>)
        decreases s
      { s <= {1, 2} && forall x {:trigger x in s} :: x in s ==> x > 0 }

      lemma {:induction false} Grows(l: List<int>, s: set<int>)
        requires s <= {1, 2}
        ensures Length(Cons(1, l)) > Length(l)
        decreases l
      {
        if l.Cons? && s != {} {
          var m := Length(l.tail);
          assert m >= 0 by { Grows(l.tail, {}); }
        } else if * {
        }
        match l {
          case Nil =>
          case Cons(h, t) =>
            calc == {
              1;
              { assert 1 == 1; }
              1;
            ==  { Grows(t, s); }
              1;
            }
        }
        forall i: nat | i < 3 ensures i + 1 > 0 {
          Grows(l, multiset{1} == multiset{1} then {1} else {2});
        }
      }
      method Run(a: array<int>) returns (r: seq<int>) modifies a decreases * {
        var x := var y := 1; y;
        while x < 2
          invariant x in {1, 2}
          decreases *
        { x := x + 1; }
        if { case x > 1 => r := [match x case 1 => 2 case _ => 3]; case true => return; }
      }
      class C { var f: int; const N := 5
        constructor() { f := '"' as int; }
      }
      const M: string := @"a "" { " + "\\" }"
      type Small = x: int | 0 <= x < 9 witness 1
      """;

  private final DafnyStepReader reader = new DafnyStepReader();

  @ParameterizedTest
  @CsvSource(delimiter = '¦', textBlock = """
          x := 1; y               ¦ x := 1;
          assert a; b             ¦ assert a;
          assert a by { b         ¦ assert a by {
          var s := {1}; b         ¦ var s := {1};
          var x := (var y := 1; y); b  ¦ var x := (var y := 1; y);
          var x := var y := 1; y; b    ¦ var x := var y := 1; y;
          ghost var x := 1; b     ¦ ghost var x := 1;
          F(x /* ; */, ";"); b    ¦ F(x /* ; */, ";");
          { x                     ¦ {
          } else {                ¦ }
          else if a { b           ¦ else if a {
          if x in {1} { b         ¦ if x in {1} {
          if a < b { c            ¦ if a < b {
          if * { c                ¦ if * {
          if i == |s| { c         ¦ if i == |s| {
          if |s| == |t[1..]| { c  ¦ if |s| == |t[1..]| {
          while i < |s| { c       ¦ while i < |s| {
          forall i | 0 <= i < |s| { c ¦ forall i | 0 <= i < |s| {
          if { case               ¦ if {
          case a == b => c        ¦ case a == b =>
          while a invariant s == {} decreases * { b ¦ while a invariant s == {} decreases * {
          forall x {:trigger f(x)} | x in {1} { b ¦ forall x {:trigger f(x)} | x in {1} {
          forall x: seq<int> { b  ¦ forall x: seq<int> {
          calc { a                ¦ calc {
          calc == { a             ¦ calc == {
          == { L(); }             ¦ == {
          ==#[k] { L(); }         ¦ ==#[k] {
          == b; c                 ¦ == b;
          match x { case          ¦ match x {
          match x case A => 1     ¦ match x
          label L: x := 1; b      ¦ label L: x := 1;
          if a then b else {c} }  ¦ if a then b else {c}
          a + 1 }                 ¦ a + 1
          decreases a, b { x      ¦ decreases a, b {
          lemma L(x: int) requires x in {1} { a ¦ lemma L(x: int) requires x in {1} {
          lemma L() lemma M()     ¦ lemma L()
          function f(): int { if a then {1} else {} } b ¦ function f(): int { if a then {1} else {} }
          function f(): seq<int> reads {} { [] } b ¦ function f(): seq<int> reads {} { [] }
          function method f(): int { 1 } b ¦ function method f(): int { 1 }
          predicate p() ensures p() == ({1} > {}) { true } b ¦ predicate p() ensures p() == ({1} > {}) { true }
          datatype T = A | B lemma ¦ datatype T = A | B
          datatype T = A {b       ¦ datatype T = A {
          datatype T = A; b       ¦ datatype T = A;
          const c := {1} ghost lemma L() ¦ const c := {1}
          module M { a            ¦ module M {
          import opened A class   ¦ import opened A
          ghost method m() { a    ¦ ghost method m() {
          """)
  void endOfStep_oneStepAndMore_isBehindTheStep(String text, String step) {
    int end = reader.endOfStep(text + " ", false);

    assertThat(end).isPositive();
    assertThat(text.substring(0, end)).isEqualTo(step);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n",
        "// only",
        "/* only */",
        "assert x",
        "x := 1",
        "a + 1",
        "if a {",
        "lemma L() {",
        "ghost",
        "datatype T = A | B ",
        "datatype T = A lemma",
        "datatype T = A |\n\n",
        "function f(): int { if a then { 1 }",
        "F(\"; ",
        "F(/* ; ",
        "lemma L(x: int)\n\n"
      })
  void endOfStep_textThatMayGoOn_isNone(String text) {
    assertThat(reader.endOfStep(text, false)).isEqualTo(-1);
  }

  @Test
  void endOfStep_datatypeAndBlankLine_isBehindIt() {
    assertThat(reader.endOfStep("datatype T = A | B\n \n", false)).isEqualTo(18);
  }

  @Test
  void split_program_stepsAreTheProgramUpToWhiteSpace() {
    List<String> steps = reader.split(PROGRAM);

    assertThat(squeezed(String.join("\n", steps))).isEqualTo(squeezed(PROGRAM));
    assertThat(steps).hasSizeGreaterThan(45);
    assertThat(steps)
        .contains(
            "if l.Cons? && s != {} {",
            "assert m >= 0 by {",
            "==  {",
            "case Cons(h, t) =>",
            "var x := var y := 1; y;",
            "const N := 5",
            "type Small = x: int | 0 <= x < 9 witness 1");
  }

  @Test
  void endOfStep_growingText_cutsWhereTheWholeTextIsCut() {
    String rest = PROGRAM;
    int end = reader.endOfStep(rest, true);
    while (end > 0) {
      int grown = 0;
      while (reader.endOfStep(rest.substring(0, grown), false) < 0 && grown < rest.length()) {
        grown++;
      }
      if (grown < rest.length()) {
        assertThat(reader.endOfStep(rest.substring(0, grown), false))
            .as(rest.substring(0, end))
            .isEqualTo(end);
      }
      rest = rest.substring(end);
      end = reader.endOfStep(rest, true);
    }
    assertThat(rest).isBlank();
  }

  @Test
  void endOfStep_anyTokens_neverFailsAndStaysInside() {
    List<DafnyToken> tokens = DafnyLexer.lex(PROGRAM);
    Random random = new Random(7);
    for (int round = 0; round < 2000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(30); i >= 0; i--) {
        text.append(tokens.get(random.nextInt(tokens.size())).text()).append(' ');
      }
      int end = reader.endOfStep(text, random.nextBoolean());

      assertThat(end == -1 || (end > 0 && end <= text.length())).isTrue();
    }
  }

  @Test
  void named_dafny_isFound() {
    assertThat(StopRule.named("dafny")).isInstanceOf(DafnyStepReader.class);
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", "");
  }
}
