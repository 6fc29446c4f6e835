package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code vmcts native} and {@code --native} say, with a cache folder of their own and no network. */
final class NativeCommandTest {

  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

  @TempDir
  private Path folder;

  @Tag("slow")
  @Test
  void nativeCommands_sayWhatThereIs() throws Exception {
    assertThat(run(0, "native", "list")).isEmpty();
    assertThat(run(20, "native", "remove", "cpu-9"))
        .contains("there is no llama.cpp 'cpu-9' in ")
        .contains("vmcts native list shows what there is");
    assertThat(run(20, "model", "bench", "--native", "installed"))
        .contains("no llama.cpp is installed in " + folder)
        .contains("install it with: vmcts native install");
    Path build = Files.createDirectories(folder.resolve("llama.cpp/cpu-3.22.1"));
    assertThat(run(0, "native", "list")).isEqualTo("* cpu-3.22.1      " + build + "\n");
    assertThat(run(0, "native", "remove", "cpu-3.22.1")).isEqualTo(build + "\n");
    assertThat(build).doesNotExist();
  }

  @Test
  void nativeInstall_registryThatIsNotThere_saysSo() throws Exception {
    assertThat(run(20, "native", "install")).contains("registry is 'nowhere'; allowed: an http");
  }

  @Test
  void gpuLayers_wrong_areRefused() {
    System.setProperty("vmcts.home", HOME.toString());
    Cli run = Cli.run("model", "bench", "--gpu-layers", "some");
    assertThat(run.status()).isEqualTo(ExitCode.USAGE.status());
    assertThat(run.err())
        .contains("gpu layers is 'some'; allowed: a number from 0 to 9999, auto, all");
    Cli bundled = Cli.run("model", "bench", "--native", "default", "--gpu-layers", "all");
    assertThat(bundled.err()).contains("gpu layers is all; allowed: auto or 0");
  }

  private String run(int status, String... arguments) throws Exception {
    Path output = Files.createTempFile(folder, "output", ".txt");
    Map<String, String> environment =
        Map.of("VMCTS_CACHE", folder.toString(), "npm_config_registry", "nowhere");
    Process process = CliProcess.start(folder, HOME, environment, output, arguments);
    assertThat(process.waitFor()).as(Files.readString(output)).isEqualTo(status);
    return Files.readString(output);
  }
}
