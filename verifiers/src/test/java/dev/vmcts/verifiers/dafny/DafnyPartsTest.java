package dev.vmcts.verifiers.dafny;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmcts.llm.StopRule;
import dev.vmcts.problem.Problem;
import dev.vmcts.verifiers.dafny.DafnyHole.Place;
import dev.vmcts.verifiers.frame.Walk;
import dev.vmcts.verify.StepReader;
import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierState;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holes in the middle of a step. */
final class DafnyPartsTest {

  private static final String LOOP = """
      method Twice(n: nat) returns (r: nat)
        ensures r == 2 * n
      {
        r := 0;
        var i := 0;
        while i < n
        // vmcts: hole
        // vmcts: end
        {
          r := r + 2;
          i := i + 1;
        }
      }
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '¦', textBlock = """
          { while i < n                   ¦ { }      ¦ LOOP_CLAUSES
          { while i < |s|                 ¦ { }      ¦ LOOP_CLAUSES
          { while *                       ¦ { }      ¦ LOOP_CLAUSES
          { while i < n invariant a       ¦ decreases n { } ¦ LOOP_CLAUSES
          { while i < n                   ¦ x := 1;  ¦ NOTHING
          { while i < n *                 ¦ { }      ¦ OPERAND
          { while                         ¦ { }      ¦ OPERAND
          { while i < n invariant         ¦ { }      ¦ OPERAND
          { x :=                          ¦ ;        ¦ OPERAND
          { x := f(a,                     ¦ );       ¦ OPERAND
          { assert |s| ==                 ¦ ;        ¦ OPERAND
          { x := y                        ¦ ;        ¦ NOTHING
          { assert {:                     ¦ } a;     ¦ NOTHING
          { x := 1;                       ¦ }        ¦ STEPS
          ensures                         ¦ { }      ¦ OPERAND
          ensures n > 0                   ¦ { }      ¦ MEASURE
          ensures n > 0                   ¦ lemma M() {} ¦ AWAITED_BODY
          """)
  void place_ofAHole_isToldFromWhatIsAround(String before, String after, Place place) {
    assertThat(DafnyHole.of(0, "lemma L(n: nat) " + before + "\n", after).place())
        .isEqualTo(place);
  }

  @Test
  void place_parametersAndConstructors_areNoHole() {
    assertThat(DafnyHole.of(0, "lemma L(", ") {}").place()).isEqualTo(Place.NOTHING);
    assertThat(DafnyHole.of(0, "datatype T = A |", "").place()).isEqualTo(Place.NOTHING);
    assertThatThrownBy(() -> RealDafny.open("lemma /* vmcts: hole *//* vmcts: end */() {}"))
        .isInstanceOf(VerifierException.class)
        .hasMessageContaining("hole 1 starts inside a statement or header");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '¦', textBlock = """
          dafny-clause  ¦ invariant a < b invariant c  ¦ invariant a < b
          dafny-clause  ¦ invariant s == {} { x        ¦ invariant s == {}
          dafny-clause  ¦ decreases n {                ¦ decreases n
          dafny-clause  ¦ { x := 1;                    ¦ {
          dafny-body    ¦ match l case A => 1 case B => (2) } b ¦ match l case A => 1 case B => (2)
          dafny-body    ¦ L(a); f(a) }                 ¦ L(a); f(a)
          dafny-body    ¦ 1 function g                 ¦ 1
          dafny-operand ¦ a + f({1}); b                ¦ a + f({1})
          dafny-operand ¦ var y := 1; y; b             ¦ var y := 1; y
          dafny-operand ¦ if a then b else c else d    ¦ if a then b else c
          dafny-operand ¦ a by { b                     ¦ a
          dafny-operand ¦ a) b                         ¦ a
          """)
  void endOfStep_part_isBehindThePart(String reader, String text, String part) {
    int end = ((StepReader) StopRule.named(reader)).endOfStep(text + " ", false);

    assertThat(end).isPositive();
    assertThat(text.substring(0, end)).isEqualTo(part);
  }

  @Test
  void split_clauses_areStepsAndTheLastNeedsTheEnd() {
    StepReader reader = (StepReader) StopRule.named("dafny-clause");

    assertThat(reader.split("invariant a\n  invariant b\n"))
        .containsExactly("invariant a", "invariant b");
    assertThat(reader.endOfStep("invariant a\n", false)).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '¦', textBlock = """
          invariant i <= n                          ¦
          invariant i in {1} decreases n - i        ¦
          x := 1;                                   ¦ clauses are missing here
          invariant true { i := i + 1; }            ¦ only a part of the step
          invariant true; assert true;              ¦ only a part of the step
          ensures true                              ¦ clauses are missing here
          invariant true ensures true               ¦ 'ensures' would change
          invariant true requires true              ¦ 'requires' would change
          decreases *                               ¦ switches the proof of termination off
          decreases n - i, *                        ¦ switches the proof of termination off
          free invariant r == 2 * i                 ¦ 'free' may not be used
          invariant {:axiom} true                   ¦ the attribute {:axiom}
          invariant true } method M() {             ¦ closes what the hole did not open
          """)
  void fault_ofClauses_isFoundWithoutDafny(String clauses, String fault) {
    faultIs(LOOP, clauses, fault);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '¦', textBlock = """
          method M(n: nat) ensures n >= @ { }            ¦ 0              ¦
          method M(n: nat) ensures n >= @ { }            ¦ 0 requires n > 5 ¦ 'requires' would change
          method M(n: nat) ensures n >= @ { }            ¦ 0 { } const z := 1 ¦ only a part
          method M(n: nat) { assert n >= @; }            ¦ 0; return      ¦ only a part
          method M(n: nat) { assert n >= @; }            ¦                ¦ an expression is missing
          method M(n: nat) { assert n >= @; }            ¦ match n { case _ => 0 } ¦
          method M(n: nat) ensures true @ { while true { } } ¦ decreases *  ¦ switches the proof
          method M(n: nat) decreases @ { }               ¦ *              ¦ switches the proof
          method M(n: nat) ensures true @ { }            ¦ requires n > 0 ¦ clauses are missing here
          method M(n: nat) ensures true @ { }            ¦ decreases n requires n > 0 ¦ 'requires' would
          method M(n: nat) ensures true @ { }            ¦ decreases n { } const z := 1 ¦ only a part
          method M(n: nat) ensures ({@ true}) { }        ¦ :axiom         ¦ an attribute
          """)
  void fault_ofOperands_isFoundWithoutDafny(String program, String fill, String fault) {
    faultIs(
        program.replace("@", "/* vmcts: hole *//* vmcts: end */"), fill == null ? "" : fill, fault);
  }

  private static void faultIs(String program, String fill, String fault) {
    Problem problem = RealDafny.problem(program);
    String message =
        DafnyProgram.of(problem, List.of(fill)).fault().map(d -> d.message()).orElse("");
    if (fault == null) {
      assertThat(message).isEmpty();
    } else {
      assertThat(message).contains(fault);
    }
  }

  @Tag("slow")
  @Test
  void step_clauses_wrongOnesAreRejectedAndTheProofEndsTheHole() throws Exception {
    RealDafny.assume();
    try (DafnySession session = RealDafny.open(LOOP)) {
      VerifierState root = session.root();
      assertThat(session.close(root)).isInstanceOf(Verdict.Incomplete.class);
      DafnySessionTest.rejected(session, root, "invariant r == 2 * i + 1", "entry");
      DafnySessionTest.rejected(session, root, "invariant r == 2 * k", "unresolved identifier");
      DafnySessionTest.rejected(session, root, "{", "clauses are missing");
      assertThat(session.step(root, "invariant r <")).isInstanceOf(Verdict.Incomplete.class);
      // Not kept by the loop as long as the other is missing.
      VerifierState one = Walk.steps(session, root, "invariant r == 2 * i");
      assertThat(session.close(one)).isInstanceOf(Verdict.Incomplete.class);
      VerifierState both = Walk.steps(session, one, "invariant i <= n");
      assertThat(Walk.verified(session.close(both)).complete()).isTrue();
    }
  }
}
