package dev.vmcts.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.corpus.DafnyDeclaration.Kind;
import dev.vmcts.problem.DafnyOutline;
import dev.vmcts.prompt.PromptRenderer.Piece;
import dev.vmcts.verify.VerifierException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Generates a few items with the real Dafny. */
@Tag("slow")
class DafnyEndToEndTest {

  @Test
  void verified_fewItems_mostVerifyAndGiveDocuments() throws Exception {
    DafnyTemplates templates = new DafnyTemplates();
    List<DafnyItem> made = new ArrayList<>();
    for (int seed = 0; made.size() < 8; seed++) {
      DafnyItem item = new DafnyItemMaker(new Dice(seed)).make(templates);
      if (item != null) {
        made.add(item);
      }
    }
    List<DafnyItem> items;
    try (DafnyChecker checker = checker()) {
      items = checker.verified(made);
    }

    assertThat(items).hasSizeGreaterThanOrEqualTo(4);
    DafnyDocuments documents = new DafnyDocuments(new Dice(7));
    for (DafnyItem item : items) {
      assertThat(item.isWorthwhile()).isTrue();
      List<Piece> pieces = documents.of(item);
      assertThat(pieces).allMatch(p -> p.text().endsWith("\n"));
    }
  }

  @Test
  void verified_falseLemmaAndSyntaxError_areDroppedAndNothingElse() throws Exception {
    DafnyDeclaration good = lemma("good", "n + 1 > n", "");
    DafnyDeclaration bad = lemma("bad", "n > 0", "");
    DafnyDeclaration rests = lemma("rests", "n + n > 0", "bad(n);");
    DafnyDeclaration garbled = lemma("garbled", "n >", "");
    try (DafnyChecker checker = checker()) {
      List<DafnyItem> left = checker.verified(List.of(
          DafnyItem.of("a", List.of(good, bad, rests)), DafnyItem.of("b", List.of(garbled))));

      assertThat(left).extracting(DafnyItem::declarations).containsExactly(List.of(good));
    }
  }

  @Test
  void item_everyTemplate_isWholeDafny() throws Exception {
    Set<String> titles = new HashSet<>();
    DafnyTemplates templates = new DafnyTemplates();
    for (int seed = 0; seed < 400; seed++) {
      Dice dice = new Dice(seed);
      DafnyItem item = templates.item(dice, new Names(dice, DafnyWords.RESERVED));
      titles.add(item.kind());
      for (DafnyDeclaration d : item.declarations()) {
        assertThat(d.text()).doesNotContain("$", "~", "?1");
        assertThat(DafnyOutline.of(d.text())).hasSize(1);
      }
    }
    assertThat(titles).hasSizeGreaterThan(10);
  }

  private static DafnyDeclaration lemma(String name, String ensures, String body) {
    return new DafnyDeclaration(
        Kind.LEMMA, name, "lemma " + name + "(n: nat)\n  ensures " + ensures, body, "");
  }

  private static DafnyChecker checker() throws Exception {
    try {
      return new DafnyChecker();
    } catch (VerifierException e) {
      return Assumptions.abort("Dafny is not installed: " + e.getMessage());
    }
  }
}
