package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vmcts.verifiers.process.Executables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a search keeps its model from, as its trace says. */
final class BansTest {

  private static final String LEMMA = "Lemma a : 1 + 1 = 2.\nProof.\nAdmitted.\n";

  @TempDir
  private Path folder;

  @BeforeEach
  void coqIsThere() {
    assumeTrue(Executables.find("coqc").isPresent(), "Coq is not installed");
  }

  @Test
  void synth_default_bansWhatAssumesOrGivesUp() throws Exception {
    assertThat(banned(LEMMA)).contains("Admitted", "Axiom", "admit").isSorted();
  }

  @Test
  void synth_problemThatUsesAWord_doesNotBanIt() throws Exception {
    String status = "Inductive status := Admitted | Refused.\n(* No admit. *)\n";
    assertThat(banned(status + LEMMA)).doesNotContain("Admitted").contains("admit");
  }

  @Test
  void synth_switchedOff_bansNothing() throws Exception {
    assertThat(banned(LEMMA, "--banned-words", "off")).isEmpty();
    assertThat(banned(LEMMA, "--paper")).isEmpty();
  }

  private List<String> banned(String text, String... options) throws Exception {
    Path file = Files.writeString(folder.resolve("a.v"), text);
    Path script = Files.writeString(folder.resolve("steps.txt"), "reflexivity.\nQed.\n");
    List<String> line = new ArrayList<>(
        List.of("synth", file.toString(), "-o", folder.toString(), "--model", "script:" + script));
    line.addAll(List.of(options));
    Cli run = Cli.run(line.toArray(String[]::new));
    assertThat(run.err()).contains("vmcts: solved after");
    String header = Files.readAllLines(folder.resolve("a.trace.jsonl")).get(0);
    List<String> words = new ArrayList<>();
    for (JsonNode word : new JsonMapper().readTree(header).at("/settings/sampling/banned")) {
      words.add(word.asText());
    }
    return words;
  }
}
