package dev.vmcts.llm.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmcts.llm.ModelException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeChoiceTest {

  @TempDir
  private Path folder;

  @Test
  void of_optionThenEnvironmentThenDefault() {
    assertThat(NativeChoice.of("/a", "/b").name()).isEqualTo("/a");
    assertThat(NativeChoice.of(null, "/b").name()).isEqualTo("/b");
    assertThat(NativeChoice.of(null, " ").isDefault()).isTrue();
    assertThat(NativeChoice.of("default", "/b").isDefault()).isTrue();
  }

  @Test
  void file_folder_findsTheOneLibrary() throws Exception {
    Path library = Files.createFile(folder.resolve("libllama.cuda.v0.5.0.so"));
    Files.createFile(folder.resolve("libllama-common.so"));
    Files.createFile(folder.resolve("libggml.so"));
    Files.createSymbolicLink(folder.resolve("libllama.so.0"), library);
    assertThat(new NativeChoice(folder.toString()).file()).isEqualTo(library.toRealPath());
    assertThat(new NativeChoice(library.toString()).file()).isEqualTo(library.toRealPath());
    assertThat(new NativeChoice(folder + "/libllama.so.0").file()).isEqualTo(library.toRealPath());
  }

  @Test
  void file_noneOrSeveral_saysSo() throws Exception {
    assertRefused(folder.toString(), "has no libllama; name the file");
    Files.createFile(folder.resolve("libllama.so"));
    Files.createFile(folder.resolve("libjllama.so"));
    assertRefused(folder.toString(), "has more than one libllama: ");
    assertRefused(folder + "/none.so", "does not exist; allowed: default, ");
    assertRefused("\0", "is no file name");
  }

  private static void assertRefused(String name, String why) {
    assertThatThrownBy(() -> new NativeChoice(name).file())
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(why);
  }
}
