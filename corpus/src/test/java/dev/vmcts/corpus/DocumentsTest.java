package dev.vmcts.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.corpus.Item.Definition;
import dev.vmcts.prompt.PromptRenderer.Piece;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DocumentsTest {

  private static final List<String> EQUATIONS =
      List.of("warm Red = true", "warm Blue = false", "warm Pink = true", "warm Green = false");

  @Test
  void definitions_tableOfTwoResults_isPinnedDownByEveryEquation() throws IOException {
    Definition warm = new Definition(
        "warm",
        "Definition warm (c : color) : bool :=\n  match c with\n  | Red => true\n  | Pink => true\n  | _ => false\n  end.",
        "color -> bool",
        "is true for Red and Pink",
        EQUATIONS,
        List.of());
    Item item = new Item(
        "cases",
        "key",
        List.of("Inductive color : Type :=\n| Red\n| Blue\n| Pink\n| Green."),
        List.of(warm),
        List.of());
    boolean byResult = false;
    boolean apposition = false;

    for (int seed = 0; seed < 60; seed++) {
      String text = new Documents(new Dice(seed))
          .definitions(item).stream().map(Piece::text).collect(Collectors.joining());
      assertThat(EQUATIONS).allSatisfy(e -> assertThat(text).contains(e));
      byResult |= text.contains("warm_true : warm Red = true /\\ warm Pink = true.");
      apposition |= text.contains(", true for Red and Pink");
    }

    assertThat(byResult).isTrue();
    assertThat(apposition).isTrue();
  }
}
