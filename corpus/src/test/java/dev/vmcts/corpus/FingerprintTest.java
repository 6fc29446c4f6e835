package dev.vmcts.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class FingerprintTest {

  private static final String FAC =
      "Fixpoint fac (n : nat) : nat := match n with | 0 => 1 | S m => S m * fac m end.";

  @Test
  void of_otherNames_isEqual() {
    String other =
        "Fixpoint g (k : nat) : nat :=\n  match k with\n  | 0 => 1\n  | S p => S p * g p\n  end.";

    assertThat(Fingerprint.of(List.of(other), "forall k : nat, g k > 0"))
        .isEqualTo(Fingerprint.of(List.of(FAC), "forall n : nat, fac n > 0."));
  }

  @Test
  void of_definitionThatIsNotNeeded_isEqual() {
    assertThat(
            Fingerprint.of(List.of("Definition one : nat := 1.", FAC), "forall n : nat, fac n > 0"))
        .isEqualTo(Fingerprint.of(List.of(FAC), "forall n : nat, fac n > 0"));
  }

  @Test
  void of_otherNumber_differs() {
    assertThat(Fingerprint.of(List.of(FAC), "forall n : nat, fac n > 1"))
        .isNotEqualTo(Fingerprint.of(List.of(FAC), "forall n : nat, fac n > 0"));
  }

  @Test
  void manifest_problemsOfTheProject_areNotInTheCorpus() throws Exception {
    Path root = Path.of("").toAbsolutePath().resolve("..").normalize();
    Path file = root.resolve("model/corpus-manifest.json.gz");
    Assumptions.assumeTrue(Files.exists(file), "no manifest at model/corpus-manifest.json.gz");
    List<String> corpus = Manifest.read(file).fingerprints();

    for (String folder : List.of("problems", "model/eval")) {
      Map<String, Path> statements = Exclusions.of(root.resolve(folder));
      assertThat(statements)
          .as("statements of %s that the corpus holds", folder)
          .doesNotContainKeys(corpus.toArray(new String[0]));
    }
  }
}
