package dev.vmcts.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vmcts.corpus.Item.Definition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EquationNamesTest {

  private static final Definition TAKE = new Definition(
      "keep",
      """
      Fixpoint keep (n : nat) (xs : list nat) : list nat :=
        match n with
        | 0 => []
        | S i => match xs with [] => [] | h :: t => h :: keep i t end
        end.""",
      "nat -> list nat -> list nat",
      "keeps the first elements",
      List.of(
          "keep 0 [] = []",
          "forall (i h : nat) (t : list nat), keep (S i) (h :: t) = h :: keep i t"),
      List.of());

  @Test
  void varied_manyTimes_namesVariablesAfterTheArgumentsAtTimes() {
    Set<String> seen = new HashSet<>();
    EquationNames names = new EquationNames(new Dice(7));
    for (int i = 0; i < 200; i++) {
      Definition varied = names.varied(TAKE);
      assertEquals("keep 0 [] = []", varied.equations().get(0));
      seen.add(varied.equations().get(1));
    }
    assertTrue(seen.contains(TAKE.equations().get(1)), seen::toString);
    assertTrue(
        seen.stream().anyMatch(e -> e.contains("keep (S n)") && e.contains(":: xs)")),
        seen::toString);
    assertTrue(seen.stream().anyMatch(e -> e.startsWith("forall n ")), seen::toString);
  }

  @Test
  void varied_anyTime_keepsVariablesApart() {
    EquationNames names = new EquationNames(new Dice(11));
    for (int i = 0; i < 200; i++) {
      String equation = names.varied(TAKE).equations().get(1);
      String body = equation.substring(equation.indexOf(", ") + 2);
      String normal = body.replaceAll(
          "keep \\(S (\\S+)\\) \\((\\S+) :: (\\S+)\\) = \\2 :: keep \\1 \\3", "same");
      assertEquals("same", normal, equation);
    }
  }

  @Test
  void varied_equationWithoutTypes_isKept() {
    Definition untyped = new Definition(
        "content",
        "Definition content (b : box) : list nat :=\n  match b with\n  | Full l => l\n  end.",
        "box -> list nat",
        "",
        List.of("forall l, content (Full l) = l"),
        List.of());
    EquationNames names = new EquationNames(new Dice(3));
    for (int i = 0; i < 50; i++) {
      assertEquals(untyped.equations(), names.varied(untyped).equations());
    }
  }
}
