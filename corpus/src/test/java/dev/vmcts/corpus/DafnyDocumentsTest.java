package dev.vmcts.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.corpus.DafnyDeclaration.Kind;
import dev.vmcts.prompt.PromptRenderer.Piece;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DafnyDocumentsTest {

  private static final DafnyItem LEMMA = DafnyItem.of(
      "nat",
      List.of(
          new DafnyDeclaration(
              Kind.FUNCTION, "f", "function f(n: nat): nat", "if n == 0 then 1 else f(n - 1)", ""),
          new DafnyDeclaration(
              Kind.LEMMA,
              "f_one",
              "lemma f_one(n: nat)\n  ensures f(n) == 1",
              "if n > 0 {\n  f_one(n - 1);\n}",
              "f(n) == 1")));

  private static final DafnyItem METHOD = DafnyItem.of(
      "loop",
      List.of(new DafnyDeclaration(
          Kind.METHOD,
          "count",
          "method count(n: nat) returns (i: nat)\n  ensures i == n",
          "i := 0;\nwhile i < n\n  invariant i <= n\n{\n  i := i + 1;\n}",
          "counts")));

  @Test
  void of_lemma_stepsOfItsBodyAreWritten() throws Exception {
    List<List<Piece>> documents = documents(LEMMA);

    assertThat(documents).allSatisfy(document -> {
      assertThat(document).allMatch(p -> p.text().endsWith("\n"));
      assertThat(written(document)).hasSizeGreaterThanOrEqualTo(4).last().isEqualTo("}");
    });
    assertThat(documents)
        .anySatisfy(document ->
            assertThat(written(document)).containsExactly("if n > 0 {", "f_one(n - 1);", "}", "}"));
  }

  @Test
  void of_method_everyPartIsAHoleSometimes() throws Exception {
    List<List<String>> written =
        documents(METHOD).stream().map(DafnyDocumentsTest::written).distinct().toList();

    assertThat(written)
        .contains(
            List.of("i := 0;", "while i < n\n  invariant i <= n\n{", "i := i + 1;", "}", "}"),
            List.of("invariant i <= n"),
            List.of("i := i + 1;", "}"));
    assertThat(written).anyMatch(w -> w.get(0).startsWith("method count("));
  }

  @Test
  void renaming_item_sameProgramUnderOtherNames() {
    DafnyItem renamed = new DafnyRenaming(new Dice(3)).of(LEMMA);

    assertThat(renamed.declarations())
        .extracting(DafnyDeclaration::name)
        .doesNotContain("f", "f_one");
    assertThat(DafnyItem.of("nat", renamed.declarations()).key()).isEqualTo(LEMMA.key());
  }

  @Test
  void of_nothingToWrite_isNoDocument() throws Exception {
    DafnyItem item = DafnyItem.of("nat", LEMMA.declarations().subList(0, 1));

    assertThat(new DafnyDocuments(new Dice(1)).of(item)).isEmpty();
  }

  private static List<List<Piece>> documents(DafnyItem item) throws Exception {
    DafnyDocuments documents = new DafnyDocuments(new Dice(5));
    List<List<Piece>> made = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      made.add(documents.of(item));
    }
    return made;
  }

  private static List<String> written(List<Piece> document) {
    return document.stream()
        .filter(Piece::written)
        .map(p -> p.text().stripTrailing())
        .toList();
  }
}
