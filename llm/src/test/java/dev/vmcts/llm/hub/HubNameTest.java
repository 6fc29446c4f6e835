package dev.vmcts.llm.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubNameTest {

  private static final List<String> FILES = List.of(
      "README.md",
      "mmproj-model-f16.gguf",
      "model-q4_k_m.gguf",
      "model-q8_0.gguf",
      "model-Q4_K_S.gguf",
      "big/model-f16-00001-of-00002.gguf",
      "sub/model.IQ4_XS.gguf",
      "../../etc/model-q5_k_m.gguf");

  @Test
  void of_everyForm_isRead() throws Exception {
    assertThat(HubName.of("o/r")).isEqualTo(new HubName("o", "r", "", ""));
    assertThat(HubName.of("o/r-1.5:Q4_K_M")).isEqualTo(new HubName("o", "r-1.5", "Q4_K_M", ""));
    assertThat(HubName.of("o/r/a/b.gguf")).isEqualTo(new HubName("o", "r", "", "a/b.gguf"));
    assertThat(HubName.of("o/r/a/b.gguf")).hasToString("hf:o/r/a/b.gguf");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "o",
        "o/",
        "/r",
        "../r",
        "o/..",
        "o/r/../x.gguf",
        "o/r/a.bin",
        "o/r:",
        "o/r:a/b",
        "o/r?x=1",
        "o/r/.hidden.gguf",
        "o/r/a b.gguf",
        "o/r\n",
        "-o/r",
        "o/r/a%2e.gguf"
      })
  void of_otherText_isRefused(String text) {
    assertThatThrownBy(() -> HubName.of(text)).hasMessageContaining("allowed: hf:OWNER/REPO");
  }

  @ParameterizedTest
  @CsvSource({
    "o/r,                     model-q4_k_m.gguf",
    "o/r:q8_0,                model-q8_0.gguf",
    "o/r:Q4_K_S,              model-Q4_K_S.gguf",
    "o/r:iq4_xs,              sub/model.IQ4_XS.gguf",
    "o/r/sub/model.IQ4_XS.gguf, sub/model.IQ4_XS.gguf"
  })
  void choose_name_findsTheFile(String name, String file) throws Exception {
    assertThat(HubName.of(name).choose(FILES, "it")).isEqualTo(file);
  }

  @Test
  void choose_onlyFile_isTaken() throws Exception {
    assertThat(HubName.of("o/r").choose(List.of("x.gguf", "a.txt"), "it")).isEqualTo("x.gguf");
  }

  @Test
  void choose_noneOrSeveral_saysWhatThereIs() {
    assertThatThrownBy(() -> HubName.of("o/r:Q2_K").choose(FILES, "it"))
        .hasMessage("it has no hf:o/r:Q2_K; name one of model-Q4_K_S.gguf, model-q4_k_m.gguf,"
            + " model-q8_0.gguf, sub/model.IQ4_XS.gguf");
    assertThatThrownBy(() -> HubName.of("o/r").choose(List.of("a.gguf", "b.gguf"), "it"))
        .hasMessage("it has several files for hf:o/r; name one of a.gguf, b.gguf");
    assertThatThrownBy(() -> HubName.of("o/r:K").choose(FILES, "it")).hasMessageContaining("no ");
    assertThatThrownBy(() -> HubName.of("o/r").choose(List.of("a-00001-of-00002.gguf"), "it"))
        .hasMessageContaining("split");
    assertThatThrownBy(() -> HubName.of("o/r").choose(List.of("../a.gguf"), "it"))
        .hasMessageContaining("there is no GGUF file");
  }
}
