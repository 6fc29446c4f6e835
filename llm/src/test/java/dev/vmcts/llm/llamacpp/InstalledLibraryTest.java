package dev.vmcts.llm.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StopRule;
import dev.vmcts.llm.natives.NativeChoice;
import dev.vmcts.llm.natives.NativeStore;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The newer library that {@code vmcts native install} has downloaded, beside the default one. Tests never download it:
 * where the cache folder of the person who runs them has none, these are skipped.
 */
class InstalledLibraryTest {

  private static final Path MODEL_FOLDER = Path.of("../model").toAbsolutePath().normalize();
  private static final Path MODEL = MODEL_FOLDER.resolve("vmcts-tiny.gguf");

  private NativeChoice installed = NativeChoice.DEFAULT;

  @BeforeEach
  void find() {
    String xdg = System.getenv("XDG_CACHE_HOME");
    Path cache = xdg == null || xdg.isBlank()
        ? Path.of(System.getProperty("user.home"), ".cache")
        : Path.of(xdg);
    Optional<Path> build = new NativeStore(cache.resolve("vmcts/llama.cpp")).preferred();
    assumeTrue(build.isPresent(), "no llama.cpp is installed; vmcts native install");
    installed = new NativeChoice(build.orElseThrow().toString());
  }

  @Test
  void open_installedLibrary_isRecognised() throws Exception {
    LlamaOptions options = LlamaOptions.of(MODEL).withLibrary(installed);
    try (LlamaCppModel model = LlamaCppModel.open(options)) {
      assertThat(model.library().version()).startsWith("0.5.0");
      assertThat(model.library().devices()).isNotEmpty();
      assertThat(model.library().devices().get(0).description()).isNotEmpty();
    }
  }

  @Test
  void sample_greedy_isTheTextOfTheDefaultLibrary() throws Exception {
    JsonNode file =
        new JsonMapper().readTree(MODEL_FOLDER.resolve("test-vector.json").toFile());
    LlamaOptions options = LlamaOptions.of(MODEL);
    try (LlamaCppModel own = LlamaCppModel.open(options);
        LlamaCppModel newer = LlamaCppModel.open(options.withLibrary(installed))) {
      for (JsonNode vector : file.path("vectors")) {
        if (vector.path("least_lead").asDouble() < BundledModelTest.CLEAR_LEAD) {
          continue;
        }
        String prompt = vector.path("prompt").asText();
        Sampling greedy = new Sampling(0, 1, 0, file.path("tokens").asInt());
        Proposal expected = own.sample(prompt, greedy, StopRule.NONE, 1);
        Proposal text = newer.sample(prompt, greedy, StopRule.NONE, 1);
        assertThat(text.text()).isEqualTo(expected.text());
        assertThat(text.promptTokens()).isEqualTo(expected.promptTokens());
      }
    }
  }

  @Test
  @Tag("slow")
  void keptPrefix_isReadByTheNextProcess(@TempDir Path folder) throws Exception {
    KeptPrefixModelTest.check(installed, folder);
  }

  @Test
  void sample_smallCache_sharesAndEvictsLikeARoomyOne() throws Exception {
    LlamaOptions small = LlamaOptions.of(TestModel.file())
        .withLibrary(installed)
        .withContextLength(256)
        .withCache(256, 8)
        .withBatch(64);
    try (LlamaCppModel tight = LlamaCppModel.open(small);
        LlamaCppModel roomy = LlamaCppModel.open(small.withCache(4096, 1))) {
      int reused = 0;
      for (int i = 0; i < 24; i++) {
        String prompt = "Lemma l" + i % 5 + " : " + "n + ".repeat(7 * (i % 6)) + "n =";
        Proposal text = tight.sample(prompt, TestModel.GREEDY, StopRule.NONE, 1);
        assertThat(text.text())
            .isEqualTo(roomy.sample(prompt, TestModel.GREEDY, StopRule.NONE, 1).text());
        reused += text.reusedTokens();
      }
      assertThat(reused).isPositive();
    }
  }
}
