package dev.vmcts.llm.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.StopRule;
import dev.vmcts.llm.llamacpp.NativeInfo.Device;
import dev.vmcts.llm.llamacpp.NativeInfo.DeviceKind;
import dev.vmcts.llm.natives.NativeChoice;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which libraries are recognised and which are refused: real ones, each in a child process. */
class NativeLibraryTest {

  @TempDir
  private Path folder;

  @Test
  void open_defaultLibrary_isRecognised() throws Exception {
    try (LlamaCppModel model = TestModel.open()) {
      NativeInfo library = model.library();
      assertThat(library.version()).isEqualTo("b4916");
      assertThat(library.file()).isEqualTo(NativeFiles.llama().toString());
      assertThat(library.devices()).extracting(Device::kind).containsExactly(DeviceKind.CPU);
      assertThat(library.gpuLayers()).isZero();
      assertThat(library.why()).isEqualTo("gpu layers is 0");
    }
  }

  @Test
  void open_defaultLibraryNamedAsAFile_isRecognisedToo() throws Exception {
    LlamaOptions options =
        with(NativeFiles.llama().resolveSibling("").toString()).withGpuLayers(GpuLayers.AUTO);
    try (LlamaCppModel model = LlamaCppModel.open(options)) {
      assertThat(model.library().version()).isEqualTo("b4916");
      assertThat(model.library().why()).isEqualTo("it is built without a GPU backend");
      assertThat(model.sample("Lemma a", TestModel.GREEDY, StopRule.NONE, 1).text())
          .isNotEmpty();
    }
    assertThatThrownBy(() -> LlamaCppModel.open(options.withGpuLayers(GpuLayers.ALL)))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("gpu layers is all, but native library ")
        .hasMessageEndingWith("no GPU: it is built without a GPU backend; allowed: auto or 0");
  }

  @Test
  void open_libraryThatIsNoLlama_isRefusedInOneLine() throws Exception {
    assertRefused(NativeFiles.jna(), "does not export llama_backend_init and ", "b4916 and v0.5.0");
  }

  @Test
  void open_fileThatIsNoLibrary_isRefusedInOneLine() throws Exception {
    Path text = Files.writeString(folder.resolve("libllama.so"), "no library");
    assertRefused(text, "cannot be loaded: ", text.toString());
  }

  @Test
  void open_llamaOfAnotherVersion_isRefusedWithTheDifference() throws Exception {
    Path other = otherVersion();
    assertRefused(
        other,
        "is not b4916, since llama_model_params is 41 bytes long, not 64;"
            + " not v0.5.0, since llama_model_params is 41 bytes long, not 80; supported are");
  }

  /** A library with every function that is called, and structures that no version has. */
  private Path otherVersion() throws IOException, InterruptedException {
    Path source = folder.resolve("other.c");
    String functions = Stream.of(LlamaApi.class, KvSelfCalls.class)
        .flatMap(api -> Arrays.stream(api.getDeclaredMethods()))
        .filter(method -> Modifier.isNative(method.getModifiers()))
        .map(Method::getName)
        .map(name -> "int " + name + "(void) { return 0; }\n")
        .collect(Collectors.joining());
    Files.writeString(source, functions + """
        typedef struct { char bytes[41]; } params;
        static params ones(void) { params p; __builtin_memset(&p, 1, 41); return p; }
        params llama_model_default_params(void) { return ones(); }
        params llama_context_default_params(void) { return ones(); }
        """);
    Path library = folder.resolve("libother.so");
    Process compiler;
    try {
      compiler = new ProcessBuilder(
              "cc", "-shared", "-fPIC", "-w", "-o", library.toString(), source.toString())
          .redirectErrorStream(true)
          .redirectOutput(folder.resolve("cc.txt").toFile())
          .start();
    } catch (IOException e) {
      assumeTrue(false, "no C compiler: " + e.getMessage());
      throw e;
    }
    assertThat(compiler.waitFor())
        .as(Files.readString(folder.resolve("cc.txt")))
        .isZero();
    return library;
  }

  private static LlamaOptions with(String library) {
    return LlamaOptions.of(TestModel.file()).withLibrary(new NativeChoice(library));
  }

  private static void assertRefused(Path library, String... why) {
    assertThatThrownBy(() -> LlamaCppModel.open(with(library.toString())))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("native library " + library)
        .hasMessageContainingAll(why)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }
}
