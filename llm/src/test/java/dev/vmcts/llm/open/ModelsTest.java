package dev.vmcts.llm.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmcts.llm.LanguageModel;
import dev.vmcts.llm.ModelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsTest {

  @TempDir
  Path folder;

  @Test
  void open_script_isThatScript() throws Exception {
    Path file = Files.writeString(folder.resolve("steps"), "auto.\n");
    try (LanguageModel model = Models.open("script:" + file, UnaryOperator.identity())) {
      assertThat(model.info().id()).isEqualTo("script:" + file);
    }
  }

  @Test
  void open_unknownKind_namesTheAllowedOnes() {
    assertThatThrownBy(() -> Models.open("magic:x", UnaryOperator.identity()))
        .isInstanceOf(ModelException.class)
        .hasMessage("model 'magic:x' has unknown kind 'magic'; allowed: " + Models.ALLOWED);
  }

  @Test
  void open_missingFile_saysSo() {
    assertThatThrownBy(
            () -> Models.open(folder.resolve("none.gguf").toString(), UnaryOperator.identity()))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("does not exist");
    assertThatThrownBy(
            () -> Models.open("control:" + folder.resolve("none"), UnaryOperator.identity()))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("control file");
    assertThatThrownBy(() -> Models.open(" ", UnaryOperator.identity()))
        .isInstanceOf(ModelException.class);
  }

  @Test
  void open_badOption_isOneClearLine() {
    assertThatThrownBy(() -> Models.open("m.gguf", o -> o.withThreads(0)))
        .isInstanceOf(ModelException.class)
        .hasMessage("threads is 0; allowed: 1 to 256");
  }
}
