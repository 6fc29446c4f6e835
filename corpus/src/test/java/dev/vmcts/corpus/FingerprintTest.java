package dev.vmcts.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
  void of_statementWithoutTypes_isEqual() {
    assertThat(Fingerprint.of(List.of(FAC), "forall n, fac n > 0"))
        .isEqualTo(Fingerprint.of(List.of(FAC), "forall (n : nat), fac n > 0"));
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
    Set<String> corpus = Set.copyOf(Manifest.read(file).fingerprints());

    Set<String> overlapping = new TreeSet<>();
    for (String folder : List.of("problems", "model/eval")) {
      Map<String, Path> excluded = new TreeMap<>(Exclusions.of(root.resolve(folder)));
      excluded.putAll(Exclusions.ofDafny(root.resolve(folder)));
      excluded.forEach((fingerprint, problem) -> {
        if (corpus.contains(fingerprint)) {
          overlapping.add(String.valueOf(problem.getFileName()));
        }
      });
    }
    assertThat(overlapping).isEmpty();
  }
}
