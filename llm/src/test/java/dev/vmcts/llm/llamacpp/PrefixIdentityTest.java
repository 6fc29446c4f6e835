package dev.vmcts.llm.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.llm.llamacpp.NativeInfo.Device;
import dev.vmcts.llm.llamacpp.NativeInfo.DeviceKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever keys and values depend on makes another identity, and nothing else does. */
class PrefixIdentityTest {

  private static final ContextSetup LINEAR =
      new ContextSetup(KvType.F16, ContextSetup.Rope.LINEAR, 2);

  @TempDir
  private Path folder;

  private Path library = Path.of("");

  @BeforeEach
  void library() throws IOException {
    library = Files.writeString(folder.resolve("libllama.so"), "code");
    Files.writeString(folder.resolve("libggml-cpu.so"), "code");
  }

  private Message.Start start(
      String model,
      int threads,
      int context,
      int cells,
      int batch,
      ContextSetup setup,
      String hash) {
    return new Message.Start(
        library.toString(),
        model,
        threads,
        context,
        cells,
        32,
        batch,
        0,
        model.isEmpty(),
        model,
        model,
        setup,
        new Message.Kept(model, 9, hash));
  }

  private Message.Start usual() {
    return start("m", 1, 2, 4, 512, LINEAR, "hash");
  }

  private NativeInfo info(String version, String device, int layers) {
    return new NativeInfo(
        library.toString(),
        version,
        List.of(new Device("CPU", device, DeviceKind.CPU, System.nanoTime())),
        layers,
        version);
  }

  private NativeInfo usualInfo() {
    return info("v1", "a processor", 0);
  }

  @Test
  void of_anythingThatMatters_isAnother() throws IOException {
    Set<String> seen = new TreeSet<>();
    for (Message.Start start : List.of(
        usual(),
        start("m", 2, 2, 4, 512, LINEAR, "hash"),
        start("m", 1, 3, 4, 512, LINEAR, "hash"),
        start("m", 1, 2, 5, 512, LINEAR, "hash"),
        start("m", 1, 2, 4, 256, LINEAR, "hash"),
        start("m", 1, 2, 4, 512, ContextSetup.DEFAULT, "hash"),
        start("m", 1, 2, 4, 512, LINEAR, "other"))) {
      assertThat(seen.add(PrefixIdentity.of(start, usualInfo())))
          .as("%s", start)
          .isTrue();
    }
    for (NativeInfo info : List.of(
        info("v2", "a processor", 0), info("v1", "another", 0), info("v1", "a processor", 3))) {
      assertThat(seen.add(PrefixIdentity.of(usual(), info))).as("%s", info).isTrue();
    }
    Files.writeString(folder.resolve("libggml-cpu.so"), "other code");
    assertThat(seen.add(PrefixIdentity.of(usual(), usualInfo()))).isTrue();
    Files.writeString(library, "core");
    assertThat(seen.add(PrefixIdentity.of(usual(), usualInfo()))).isTrue();
  }

  @Test
  void of_whatDoesNotMatter_isTheSame() throws IOException {
    String first = PrefixIdentity.of(usual(), usualInfo());
    assertThat(first).matches("[0-9a-f]{64}");
    Files.writeString(folder.resolve("README"), "text");
    assertThat(PrefixIdentity.of(start("", 1, 2, 4, 512, LINEAR, "hash"), usualInfo()))
        .isEqualTo(first);
  }
}
