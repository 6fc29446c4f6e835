package dev.vmcts.llm.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmcts.llm.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GgufFileTest {

  @TempDir
  Path folder;

  private Path file;
  private byte[] whole = {};

  @BeforeEach
  void readModel() throws IOException {
    file = folder.resolve("model.gguf");
    try (InputStream in = GgufFileTest.class.getResourceAsStream("/proto-2m-f16.gguf")) {
      whole = in.readAllBytes();
    }
  }

  @Test
  void read_realModel_knowsItsHeader() throws Exception {
    GgufFile header = read(whole);
    assertThat(header.architecture()).contains("llama");
    assertThat(header.contextLength()).hasValue(1024);
    assertThat(header.number("tokenizer.ggml.tokens")).hasValue(1024);
    assertThat(header.text("vmcts.prompt_style")).isEmpty();
    assertThat(header.tensors()).isEqualTo(38);
    assertThat(header.elements().keySet()).containsExactlyInAnyOrder("F16", "F32");
    assertThat(header.parameters()).isBetween(1_500_000L, 2_500_000L);
    assertThat(FileType.of(header)).contains("F16");
    Architectures.check(file, header);
  }

  @Test
  void read_cutOffTensors_saysHowMuchIsMissing() {
    assertRefused(
        Arrays.copyOf(whole, whole.length - 1000), "is truncated: it has " + (whole.length - 1000));
  }

  @Test
  void read_cutOffHeader_saysTruncated() {
    for (int length : new int[] {4, 7, 20, 100, 5000, 20000}) {
      assertRefused(Arrays.copyOf(whole, length), "truncated");
    }
  }

  @Test
  void read_otherFiles_saysNotGguf() {
    assertRefused(new byte[0], "not a GGUF file");
    assertRefused("PK\3\4 zip".getBytes(StandardCharsets.UTF_8), "not a GGUF file");
  }

  @Test
  void read_missingOrDirectory_saysSo() {
    assertThatThrownBy(() -> GgufFile.read(folder.resolve("none.gguf")))
        .hasMessageContaining("does not exist");
    assertThatThrownBy(() -> GgufFile.read(folder)).hasMessageContaining("is not a file");
  }

  @Test
  void read_otherVersion_saysWhichAreSupported() {
    byte[] changed = whole.clone();
    changed[4] = 9;
    assertRefused(changed, "GGUF version 9; supported: 2 and 3");
  }

  @Test
  void read_hugeCounts_areNotBelieved() {
    for (int at : new int[] {8, 16, 24}) {
      byte[] changed = whole.clone();
      Arrays.fill(changed, at, at + 8, (byte) 0x7F);
      assertRefused(changed, "truncated or corrupt");
    }
  }

  @Tag("slow")
  @Test
  void read_randomDamageInTheHeader_isReadOrRefusedButNothingElse() throws Exception {
    SplittableRandom random = new SplittableRandom(42);
    for (int i = 0; i < 300; i++) {
      byte[] changed = Arrays.copyOf(whole, whole.length);
      for (int d = 0; d < 4; d++) {
        changed[4 + random.nextInt(i % 2 == 0 ? 1200 : 40000)] = (byte) random.nextInt();
      }
      try {
        read(changed);
      } catch (ModelException e) {
        assertThat(e).hasMessageContaining(file.toString());
      }
    }
  }

  @Test
  void check_unknownArchitecture_namesTheKnownOnes() throws Exception {
    GgufFile header = read(withArchitecture("qwen3"));
    assertThatThrownBy(() -> Architectures.check(file, header))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("architecture 'qwen3'")
        .hasMessageContaining("llama");
  }

  @Test
  void checkForAnyLibrary_unknownArchitecture_isLeftToTheLibrary() throws Exception {
    Architectures.checkForAnyLibrary(file, read(withArchitecture("qwen3")));
    GgufFile mamba = read(withArchitecture("mamba"));
    assertThatThrownBy(() -> Architectures.checkForAnyLibrary(file, mamba))
        .hasMessageContaining("recurrent");
  }

  @Test
  void check_unknownTensorType_isRefusedForTheDefaultLibraryOnly() throws Exception {
    byte[] changed = whole.clone();
    byte[] name = "output_norm.weight".getBytes(StandardCharsets.UTF_8);
    int at = new String(changed, StandardCharsets.ISO_8859_1)
        .lastIndexOf(new String(name, StandardCharsets.UTF_8));
    // The name, one dimension and its extent, then the type.
    changed[at + name.length + 4 + 8] = 39;
    GgufFile header = read(changed);
    Architectures.checkForAnyLibrary(file, header);
    assertThatThrownBy(() -> Architectures.check(file, header))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("tensors of type 39, which llama.cpp b4916 does not know");
  }

  @Test
  void check_encoderAndRecurrent_areRefusedWithTheReason() throws Exception {
    GgufFile bert = read(withArchitecture("bert "));
    assertThatThrownBy(() -> Architectures.check(file, bert)).isInstanceOf(ModelException.class);
    GgufFile mamba = read(withArchitecture("mamba"));
    assertThatThrownBy(() -> Architectures.check(file, mamba)).hasMessageContaining("recurrent");
  }

  /** The architecture's name stands at byte 64, five bytes long. */
  private byte[] withArchitecture(String name) {
    byte[] changed = whole.clone();
    ByteBuffer.wrap(changed).position(64).put(name.getBytes(StandardCharsets.UTF_8));
    return changed;
  }

  private void assertRefused(byte[] content, String why) {
    assertThatThrownBy(() -> read(content))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(why);
  }

  private GgufFile read(byte[] content) throws IOException, ModelException {
    Files.write(file, content);
    return GgufFile.read(file);
  }
}
