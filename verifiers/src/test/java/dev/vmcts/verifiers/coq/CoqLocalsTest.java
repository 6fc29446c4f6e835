package dev.vmcts.verifiers.coq;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CoqLocalsTest {

  private static final Set<String> DECLARED = Set.of("tree", "leaf", "node");

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      value = {
        "Fixpoint f (n : nat) : nat := match n with 0 => 1 | S m => f m end."
            + "@Fixpoint f (x : nat) : nat :=  match x with  0 => 1 | S k  => f k end.",
        "Fixpoint f (l k : list nat) := match l with [] => k | x :: r => x :: f r k end."
            + "@Fixpoint f (a b : list nat) := match a with [] => b | h :: t => h :: f t b end.",
        "Definition f (p : nat * nat) := match p with (a, b) => (b, a) end."
            + "@Definition f (q : nat * nat) := match q with (x, y) => (y, x) end.",
        "Fixpoint f (t : tree) := match t with leaf => 0 | node l x r => f l + x + f r end."
            + "@Fixpoint f (s : tree) := match s with leaf => 0 | node a b c => f a + b + f c end."
      })
  void numbered_otherNamesOnly_areEqual(String one, String other) {
    assertThat(numbered(one)).isEqualTo(numbered(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      value = {
        "Fixpoint f (n : nat) := match n with 0 => 1 | S m => f m end."
            + "@Fixpoint f (n : nat) := match n with 0 => 1 | S m => f n end.",
        "Definition f (n m : nat) := n - m.@Definition f (n m : nat) := m - n.",
        "Definition f (n : nat) := n + a.@Definition f (n : nat) := n + b.",
        "Definition f (n : nat) := g n zero.@Definition f (n : nat) := g n one.",
        "Definition f (b : bool) := b || g b zero.@Definition f (b : bool) := b || g b one.",
        "Definition f (n : nat) := match n with 0 => true | S m => g m zero || g m zero end."
            + "@Definition f (n : nat) := match n with 0 => true | S m => g m one || g m one end.",
        "Definition f (n : {m | g m zero}) := 0.@Definition f (n : {m | g m one}) := 0.",
        "Definition f (n : nat) : {m | g m} := h zero.@Definition f (n : nat) : {m | g m} := h one.",
        "Definition f (t : tree) := match t with node leaf x r => x | _ => 0 end."
            + "@Definition f (t : tree) := match t with node l x r => x | _ => 0 end.",
        "Definition f (l : list nat) := match l with x :: nil => x | _ => 0 end."
            + "@Definition f (l : list nat) := match l with x :: r => x | _ => 0 end.",
        "Definition f := fun n : nat => n.@Definition f := fun m : nat => m.",
        "Lemma f : forall n : nat, n = n.@Lemma f : forall m : nat, m = m."
      })
  void numbered_anythingElse_differs(String one, String other) {
    assertThat(numbered(one)).isNotEqualTo(numbered(other));
  }

  @Test
  void numbered_functionsThatCallEachOther_readsBothHeads() {
    String one = "Fixpoint e (n : nat) := match n with 0 => true | S m => o m end"
        + " with o (n : nat) := match n with 0 => false | S m => e m end.";

    assertThat(numbered(one)).isEqualTo(numbered(one.replace("m", "k").replace("katch", "match")));
    assertThat(numbered(one)).isNotEqualTo(numbered(one.replace("false", "true")));
  }

  private static String numbered(String sentence) {
    return CoqLocals.numbered(sentence, CoqLexer.lex(sentence), DECLARED);
  }
}
