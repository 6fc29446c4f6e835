package dev.vmcts.llm.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmcts.llm.natives.NativeChoice;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LlamaOptionsTest {

  private static final LlamaOptions DEFAULTS = LlamaOptions.of(Path.of("m.gguf"));

  @Test
  void threads_outOfRange_namesTheRange() {
    assertThatThrownBy(() -> DEFAULTS.withThreads(0)).hasMessage("threads is 0; allowed: 1 to 256");
  }

  @Test
  void contextLength_outOfRange_namesTheRange() {
    assertThatThrownBy(() -> DEFAULTS.withContextLength(8))
        .hasMessage("context length is 8; allowed: 16 to 1048576");
  }

  @Test
  void cache_smallerThanContext_isRefused() {
    assertThatThrownBy(() -> DEFAULTS.withContextLength(64).withCache(32, 4))
        .hasMessageContaining("cache cells is 32; allowed: 64 to");
  }

  @Test
  void gpuLayers_areRefusedWithTheReason() {
    assertThatThrownBy(() -> DEFAULTS.withGpuLayers(12))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("gpu layers is 12")
        .hasMessageContaining("no GPU build");
  }

  @Test
  void timeouts_ofNothing_areRefused() {
    assertThatThrownBy(() -> DEFAULTS.withTimeouts(Duration.ZERO, Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void with_changesOneThing() {
    LlamaOptions changed = DEFAULTS
        .withThreads(3)
        .withContextLength(100)
        .withCache(300, 5)
        .withBatch(7)
        .withDraft(DraftChoice.LOOKUP)
        .withSetup(new ContextSetup(KvType.Q8_0, ContextSetup.Rope.YARN, 2));
    assertThat(changed)
        .isEqualTo(new LlamaOptions(
            Path.of("m.gguf"),
            3,
            100,
            300,
            5,
            7,
            0,
            NativeChoice.DEFAULT,
            DraftChoice.LOOKUP,
            DEFAULTS.startTimeout(),
            DEFAULTS.requestTimeout(),
            new ContextSetup(KvType.Q8_0, ContextSetup.Rope.YARN, 2),
            PrefixKeeping.NONE));
  }

  @Test
  void of_largeModel_usesEveryCore(@TempDir Path folder) throws IOException {
    Path large = folder.resolve("large.gguf");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(65L << 20);
    }
    assertThat(LlamaOptions.of(large).threads())
        .isEqualTo(Math.min(256, Runtime.getRuntime().availableProcessors()));
    assertThat(DEFAULTS.threads()).isEqualTo(1);
  }
}
