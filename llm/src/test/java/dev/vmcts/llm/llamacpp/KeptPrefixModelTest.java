package dev.vmcts.llm.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StopRule;
import dev.vmcts.llm.natives.NativeChoice;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundled model says the same, to the last bit, when a prefix was kept as when it is computed. */
@Tag("slow")
class KeptPrefixModelTest {

  private static final Path MODEL =
      Path.of("../model/vmcts-tiny.gguf").toAbsolutePath().normalize();
  private static final Sampling GREEDY = new Sampling(0, 1, 0, 12);
  private static final String PREFIX =
      "Lemma plus : forall n m, n + m = m + n.\nProof. induction n. Qed.\n".repeat(60);

  @Test
  void defaultLibrary_readsWhatItComputed(@TempDir Path folder) throws Exception {
    check(NativeChoice.DEFAULT, folder);
  }

  /** Asks a process that keeps nothing, one that keeps, one that reads, and one that finds a damaged file. */
  static void check(NativeChoice library, Path folder) throws Exception {
    List<String> told = new CopyOnWriteArrayList<>();
    LlamaOptions plain = LlamaOptions.of(MODEL)
        .withThreads(1)
        .withLibrary(library)
        .withContextLength(2048)
        .withSetup(new ContextSetup(KvType.F16, ContextSetup.Rope.LINEAR, 2));
    LlamaOptions keeping =
        plain.withKeeping(new PrefixKeeping(folder.resolve("prefixes"), 100_000_000, told::add));

    List<Proposal> computed = answers(plain);
    assertThat(computed.get(0).promptTokens()).isBetween(1100, 2000);
    assertThat(computed.get(0).reusedTokens()).isZero();
    assertSame(answers(keeping), computed, 0);
    assertThat(told).isEmpty();

    assertSame(answers(keeping), computed, 1024);
    assertThat(told).hasSize(1);
    assertThat(told.get(0)).startsWith("prefix: ").contains("were kept from an earlier run");

    assertThat(answers(keeping.withBatch(256)).get(0).reusedTokens())
        .as("in other batches other bits are computed")
        .isZero();

    told.clear();
    try (Stream<Path> files = Files.list(folder.resolve("prefixes"))) {
      for (Path path : files.toList()) {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
          file.seek(file.length() / 2);
          int old = file.read();
          file.seek(file.length() / 2);
          file.write(old ^ 1);
        }
      }
    }
    assertSame(answers(keeping), computed, 0);
    assertThat(told).hasSize(1);
    assertThat(told.get(0)).contains("is damaged");
  }

  private static List<Proposal> answers(LlamaOptions options) throws Exception {
    List<Proposal> answers = new ArrayList<>();
    try (LlamaCppModel model = LlamaCppModel.open(options)) {
      for (String next : List.of("Lemma a : forall n,", "Theorem b", "Lemma a : forall n, n")) {
        answers.add(model.sample(PREFIX + next, GREEDY, StopRule.NONE, 1));
      }
    }
    return answers;
  }

  private static void assertSame(List<Proposal> answers, List<Proposal> expected, int leastReused) {
    assertThat(answers.get(0).reusedTokens()).isBetween(leastReused, leastReused + 512);
    for (int i = 0; i < expected.size(); i++) {
      Proposal answer = answers.get(i);
      assertThat(answer.text()).isEqualTo(expected.get(i).text()).isNotBlank();
      assertThat(answer.logProbability()).isEqualTo(expected.get(i).logProbability());
      assertThat(answer.promptTokens()).isEqualTo(expected.get(i).promptTokens());
      assertThat(answer.recomputedTokens()).isEqualTo(expected.get(i).recomputedTokens());
    }
    assertThat(answers.subList(1, 3))
        .extracting(Proposal::reusedTokens)
        .isEqualTo(expected.subList(1, 3).stream().map(Proposal::reusedTokens).toList());
  }
}
